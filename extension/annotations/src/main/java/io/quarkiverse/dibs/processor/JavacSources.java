package io.quarkiverse.dibs.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

import io.quarkiverse.dibs.processor.SourceMetadata.Position;

/** The source files as javac shows them through its public tree API. */
final class JavacSources implements Sources {

    private final Trees trees;

    /**
     * @throws IllegalArgumentException when the environment is not javac's own
     */
    JavacSources(ProcessingEnvironment environment) {
        this.trees = Trees.instance(environment);
    }

    @Override
    public Optional<Source> of(TypeElement type) {
        return Optional.ofNullable(trees.getPath(type)).map(path -> new JavacSource(path.getCompilationUnit()));
    }

    private final class JavacSource implements Source {

        private final CompilationUnitTree unit;
        private final SourceText text;

        JavacSource(CompilationUnitTree unit) {
            this.unit = unit;
            try {
                this.text = new SourceText(unit.getSourceFile().getCharContent(true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String fileName() {
            String name = unit.getSourceFile().getName();
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }

        @Override
        public SourceText text() {
            return text;
        }

        @Override
        public Position position(Element element) {
            TreePath path = trees.getPath(element);
            if (path == null || path.getCompilationUnit() != unit) {
                return Position.UNKNOWN;
            }
            int start = start(path.getLeaf());
            int found = text.find(element.getSimpleName().toString(),
                    Math.max(start, beforeName(path.getLeaf(), element)), end(path.getLeaf()));
            return start < 0 ? Position.UNKNOWN : text.at(found < 0 ? start : found);
        }

        /** What stands before the name, annotations first of all, may hold the same word. */
        private int beforeName(Tree tree, Element element) {
            if (tree instanceof ClassTree type) {
                return end(type.getModifiers());
            }
            if (tree instanceof MethodTree method) {
                return Math.max(end(method.getModifiers()), end(method.getReturnType()));
            }
            if (tree instanceof VariableTree variable) {
                ModifiersTree modifiers = variable.getModifiers();
                return element.getKind() == ElementKind.ENUM_CONSTANT ? end(modifiers)
                        : Math.max(end(modifiers), end(variable.getType()));
            }
            return -1;
        }

        private int start(Tree tree) {
            return (int) positions().getStartPosition(unit, tree);
        }

        private int end(Tree tree) {
            return tree == null ? -1 : (int) positions().getEndPosition(unit, tree);
        }

        private SourcePositions positions() {
            return trees.getSourcePositions();
        }
    }
}
