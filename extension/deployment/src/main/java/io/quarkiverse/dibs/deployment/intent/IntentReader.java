package io.quarkiverse.dibs.deployment.intent;

import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.Unique;
import io.quarkiverse.dibs.deployment.intent.ConstraintNames.Scope;
import io.quarkiverse.dibs.intent.Intent;

/**
 * All {@code @Table} classes of a Jandex index as one intent: first every table with its columns, then what refers to columns
 * and other tables. Mistakes are collected, not thrown.
 */
public final class IntentReader {

    private final IntentBuilder builder;

    private IntentReader(IntentBuilder builder) {
        this.builder = builder;
    }

    /** @param problems where every mistake is noted; with one in it the intent is not to be used */
    public static Intent read(IndexView index, IntentSettings settings, SourceLookup sources, BuildProblems problems) {
        return new IntentReader(new IntentBuilder(index, settings, sources, problems)).read();
    }

    private Intent read() {
        EnumReader enums = new EnumReader(builder);
        ColumnReader columns = new ColumnReader(builder, new TypeMapping(builder, enums));
        TableReader reader = new TableReader(builder, new FieldCollector(builder), columns);
        List<TableModel> tables = builder.index.getAnnotations(Table.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationInstance::target).map(AnnotationTarget::asClass)
                // dev mode has the classes of a module beside the application twice in the index
                .collect(Collectors.toMap(ClassInfo::name, type -> type, (type, again) -> type, TreeMap::new)).values().stream()
                .flatMap(type -> reader.read(type).stream())
                .sorted(Comparator.comparing(TableModel::id))
                .toList();
        enums.apartFrom(tables);
        ConstraintNames names = new ConstraintNames(builder);
        tables.forEach(table -> reserveNames(names, table));
        KeyReader keys = new KeyReader(builder, names);
        CheckReader checks = new CheckReader(builder, names);
        ForeignKeyReader foreignKeys = new ForeignKeyReader(builder, names, tables);
        IndexReader indexes = new IndexReader(builder, names);
        TriggerCheckReader triggers = new TriggerCheckReader(builder);
        for (TableModel table : tables) {
            keys.read(table);
            checks.read(table);
            foreignKeys.read(table);
            indexes.read(table);
            triggers.read(table);
        }
        return builder.build();
    }

    private void reserveNames(ConstraintNames names, TableModel table) {
        names.take(table.id());
        for (Class<? extends Annotation> kind : List.of(PrimaryKey.class, Unique.class, Index.class)) {
            written(table, kind).forEach(name -> names.reserve(Scope.RELATION, table.id(), name));
        }
        for (Class<? extends Annotation> kind : List.of(Check.class, ForeignKey.class)) {
            written(table, kind).forEach(name -> names.reserve(Scope.TABLE, table.id(), name));
        }
    }

    private Stream<String> written(TableModel table, Class<? extends Annotation> kind) {
        return Stream.concat(IntentBuilder.annotations(table.type(), kind, builder.index).stream(),
                table.columns().stream().flatMap(column -> column.field().annotations(kind).stream()))
                .map(values -> values.given("name")).flatMap(Optional::stream);
    }
}
