package io.quarkiverse.dibs.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Writes the entities that say what a database has, so that nothing differs: one class a table, one enum an enum type. What
 * entities cannot say is noted. Partitions and children of other tables are left to the database. Pure; whoever asked writes
 * the files.
 */
public final class EntitySource {

    private static final String PACKAGE = "io.quarkiverse.dibs.";
    private static final String FIELD = "    ";

    private final Schema schema;
    private final String packageName;
    private final String defaultSchema;
    private final Map<String, String> enums = new TreeMap<>();

    private EntitySource(Schema schema, String packageName, String defaultSchema) {
        this.schema = schema;
        this.packageName = packageName;
        this.defaultSchema = defaultSchema;
    }

    /**
     * @param defaultSchema the schema that entities need not name
     */
    public static List<EntityFile> write(Schema schema, String packageName, String defaultSchema) {
        return new EntitySource(schema, packageName, defaultSchema).files();
    }

    private List<EntityFile> files() {
        JavaNames names = new JavaNames();
        List<EntityFile> files = new ArrayList<>();
        List<Table> tables = schema.all(Table.class).filter(table -> !isPartOfAnother(table.id())).toList();
        Map<ObjectId, String> classes = new TreeMap<>();
        tables.forEach(table -> classes.put(table.id(), names.ofClass(table.id().name())));
        schema.all(EnumType.class).filter(this::isUsed).forEach(type -> {
            String name = names.ofClass(type.id().name());
            enums.put(Identifiers.qualify(type.id()), name);
            files.add(new EntityFile(name + ".java", enumeration(type, name), List.of()));
        });
        tables.forEach(table -> files.add(entity(table, classes.get(table.id()), classes.keySet())));
        return files;
    }

    private boolean isPartOfAnother(ObjectId table) {
        return schema.all(Partition.class).anyMatch(partition -> table.equals(partition.id().root()))
                || schema.all(Inheritance.class).anyMatch(child -> table.equals(child.id().root()));
    }

    private boolean isUsed(EnumType type) {
        String name = Identifiers.qualify(type.id());
        return schema.all(Column.class).anyMatch(column -> column.type().name().equals(name)
                || column.type().name().equals(name + "[]"));
    }

    private String enumeration(EnumType type, String name) {
        JavaNames names = new JavaNames();
        Set<String> imports = new TreeSet<>(Set.of(PACKAGE + "Enumerated"));
        AnnotationText enumerated = new AnnotationText("Enumerated").text("name", type.id().name());
        if (!type.id().schema().equals(defaultSchema)) {
            enumerated.text("schema", type.id().schema());
        }
        String constants = type.labels().stream().map(label -> {
            String constant = names.ofConstant(label);
            if (constant.equals(label)) {
                return FIELD + constant;
            }
            imports.add(PACKAGE + "EnumLabel");
            return FIELD + new AnnotationText("EnumLabel").value(label) + "\n" + FIELD + constant;
        }).collect(Collectors.joining(",\n"));
        List<AnnotationText> annotations = new ArrayList<>(List.of(enumerated));
        comment(type.id()).ifPresent(text -> {
            imports.add(PACKAGE + "Comment");
            annotations.add(new AnnotationText("Comment").value(text));
        });
        return head(imports, "The enum type " + type.id().display() + ".", annotations) + "public enum " + name + " {\n"
                + constants + "\n}\n";
    }

    private EntityFile entity(Table table, String name, Set<ObjectId> known) {
        Set<String> imports = new TreeSet<>(Set.of(PACKAGE + "Table"));
        EntityConstraints constraints = new EntityConstraints(schema, table, known, defaultSchema);
        List<AnnotationText> annotations = new ArrayList<>();
        AnnotationText said = new AnnotationText("Table").value(table.id().name());
        annotations.add(table.id().schema().equals(defaultSchema) ? said : said.text("schema", table.id().schema()));
        comment(table.id()).ifPresent(text -> annotations.add(new AnnotationText("Comment").value(text)));
        annotations.addAll(constraints.onClass());
        StringBuilder fields = new StringBuilder();
        JavaNames names = new JavaNames();
        schema.all(Column.class).filter(column -> column.id().parent().equals(table.id()))
                .sorted(Comparator.comparingInt(Column::position)).forEach(column -> {
                    List<AnnotationText> onField = new ArrayList<>(constraints.onField(column.id().name()));
                    String field = names.ofField(column.id().name());
                    fields.append(field(column, field, onField, imports));
                    annotations(onField, imports);
                });
        annotations(annotations, imports);
        annotations.stream().filter(text -> text.toString().contains("@IndexKey(")).findAny()
                .ifPresent(text -> imports.add(PACKAGE + "IndexKey"));
        for (String constant : List.of("SortOrder", "NullsOrder", "ReferentialAction", "Deferrability", "IdentityGeneration")) {
            if ((annotations + fields.toString()).contains(constant + ".")) {
                imports.add(PACKAGE + constant);
            }
        }
        List<String> notes = constraints.notes().stream().map(note -> table.id().display() + ": " + note).toList();
        return new EntityFile(name + ".java", head(imports, "The table " + table.id().display() + ".", annotations)
                + "public class " + name + " {\n" + fields + "}\n", notes);
    }

    private static void annotations(List<AnnotationText> annotations, Set<String> imports) {
        annotations.forEach(annotation -> imports.add(PACKAGE + annotation.name()));
    }

    private String field(Column column, String field, List<AnnotationText> annotations, Set<String> imports) {
        JavaType type = JavaType.of(column.type(), enums);
        type.imported().ifPresent(imports::add);
        boolean key = schema.all(PrimaryKey.class).anyMatch(primary -> primary.id().parent().equals(column.id().parent())
                && primary.columns().contains(column.id().name()));
        boolean nullable = !column.hasNoNulls() && !key && column.identity().isEmpty();
        boolean optional = nullable && !type.simpleName().endsWith("[]");
        AnnotationText said = new AnnotationText("Column");
        if (!JavaNames.follows(field, column.id().name())) {
            said.value(column.id().name());
        }
        type.member().ifPresent(member -> said.code(member.name(), member.code()));
        if (nullable && !optional) {
            said.code("nullable", "true");
        }
        column.collation().ifPresent(collation -> said.text("collation", collation));
        column.identity().ifPresent(identity -> annotations.add(EntityConstraints.identity(identity, column.type())));
        if (!said.saysNothing()) {
            annotations.add(said);
        }
        schema.find(ColumnDefault.idOf(column.id()), ColumnDefault.class).ifPresent(value -> annotations
                .add(new AnnotationText("DefaultValue").value(value.expression().sql())));
        column.generated().ifPresent(generated -> {
            AnnotationText text = new AnnotationText("GeneratedColumn").value(generated.expression().sql());
            annotations.add(generated.stored() ? text : text.code("stored", "false"));
        });
        comment(column.id()).ifPresent(text -> annotations.add(new AnnotationText("Comment").value(text)));
        if (optional) {
            imports.add("java.util.Optional");
        }
        return "\n" + annotations.stream().map(text -> FIELD + text + "\n").collect(Collectors.joining())
                + FIELD + "public " + (optional ? "Optional<" + type.simpleName() + ">" : type.simpleName()) + " " + field
                + ";\n";
    }

    private Optional<String> comment(ObjectId id) {
        return schema.find(Comment.idOf(id), Comment.class).map(Comment::text);
    }

    private String head(Set<String> imports, String javadoc, List<AnnotationText> annotations) {
        StringBuilder out = new StringBuilder(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
        String group = "";
        for (String name : imports.stream().sorted(Comparator.comparing((String name) -> name.startsWith("java.") ? 0 : 1)
                .thenComparing(Comparator.naturalOrder())).toList()) {
            String first = name.substring(0, name.indexOf('.'));
            out.append(group.isEmpty() || group.equals(first) ? "" : "\n").append("import ").append(name).append(";\n");
            group = first;
        }
        out.append("\n/** ").append(MigrationSource.harmless(javadoc)).append(" */\n");
        annotations.forEach(annotation -> out.append(annotation).append('\n'));
        return out.toString();
    }
}
