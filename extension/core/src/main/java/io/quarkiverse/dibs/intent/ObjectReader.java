package io.quarkiverse.dibs.intent;

import java.util.Optional;
import java.util.OptionalInt;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Index.Key;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** One object of a schema from the JSON fields that {@link ObjectWriter} made of it. */
final class ObjectReader {

    private ObjectReader() {
    }

    static ObjectId id(Fields fields) {
        ObjectKind kind = ObjectKind.valueOf(fields.text("kind"));
        String name = fields.text("name", "");
        if (fields.has("of")) {
            return ObjectId.part(kind, id(fields.fields("of")), name);
        }
        String schema = fields.text("schema", "");
        return schema.isEmpty() ? ObjectId.global(kind, name)
                : ObjectId.overloaded(kind, schema, name, fields.text("arguments", ""));
    }

    static DbObject object(Fields fields) {
        ObjectId id = id(fields.fields("id"));
        return switch (id.kind()) {
            case NAMESPACE -> new Namespace(id);
            case EXTENSION -> new Extension(id, fields.text("schema"), fields.text("version"));
            case ENUM -> new EnumType(id, fields.texts("labels"));
            case SEQUENCE -> new Sequence(id, options(fields.fields("options")), persistence(fields));
            case SEQUENCE_OWNERSHIP -> new SequenceOwnership(id, id(fields.fields("column")));
            case TABLE -> table(id, fields);
            case COLUMN -> column(id, fields);
            case COLUMN_DEFAULT -> new ColumnDefault(id, new Expression(fields.text("expression")));
            case PRIMARY_KEY -> new PrimaryKey(id, fields.texts("columns"), fields.texts("include"), deferrability(fields),
                    fields.flag("withoutOverlaps"), fields.map("storageParameters"), fields.optional("tablespace"));
            case UNIQUE -> new UniqueConstraint(id, fields.texts("columns"), fields.texts("include"),
                    fields.flag("nullsNotDistinct"), deferrability(fields), fields.flag("withoutOverlaps"),
                    fields.map("storageParameters"), fields.optional("tablespace"));
            case CHECK -> new CheckConstraint(id, new Expression(fields.text("expression")), fields.flag("noInherit"),
                    !fields.flag("notValid"), !fields.flag("notEnforced"));
            case FOREIGN_KEY -> foreignKey(id, fields);
            case INDEX -> index(id, fields);
            case ROUTINE -> new Routine(id, fields.flag("procedure"), fields.text("signature"), fields.text("result"),
                    fields.text("language"), new Expression(fields.text("definition")));
            case TRIGGER -> new Trigger(id, new Expression(fields.text("definition")),
                    Trigger.Enabled.valueOf(fields.text("enabled", Trigger.Enabled.ORIGIN.name())));
            case COMMENT -> new Comment(id, fields.text("text"), fields.optional("initial"));
            case COLLATION, COMPOSITE, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, DOMAIN, DOMAIN_CONSTRAINT, AGGREGATE, OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS, CAST, TRANSFORM, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING, LANGUAGE, ACCESS_METHOD,
                    CONVERSION, COLUMN_SETTINGS, FOREIGN_TABLE,
                    INHERITANCE, EXCLUSION, PARTITION, INDEX_PARTITION, REPLICA_IDENTITY, CLUSTERING, STATISTICS, VIEW,
                    MATERIALIZED_VIEW, RULE, PARTITION_TRIGGER, POLICY, EVENT_TRIGGER, PUBLICATION, SUBSCRIPTION,
                    EXTENSION_DEPENDENCE,
                    OWNER, GRANT,
                    DEFAULT_PRIVILEGES ->
                throw new IllegalArgumentException("entities do not describe a " + id);
        };
    }

    private static Table table(ObjectId id, Fields fields) {
        return new Table(id, persistence(fields), fields.optional("partitionKey"), fields.optional("accessMethod"),
                fields.optional("tablespace"), fields.map("storageParameters"), fields.flag("rowSecurity"),
                fields.flag("forceRowSecurity"), fields.optional("ofType").map(SqlType::new));
    }

    private static Column column(ObjectId id, Fields fields) {
        Optional<Column.Identity> identity = fields.has("identity")
                ? Optional.of(fields.fields("identity"))
                        .map(found -> new Column.Identity(found.flag("always"), options(found.fields("options")),
                                found.optional("sequence")))
                : Optional.empty();
        Optional<Column.Generated> generated = fields.has("generated")
                ? Optional.of(fields.fields("generated"))
                        .map(found -> new Column.Generated(new Expression(found.text("expression")), found.flag("stored")))
                : Optional.empty();
        OptionalInt statisticsTarget = fields.has("statisticsTarget")
                ? OptionalInt.of(Math.toIntExact(fields.number("statisticsTarget")))
                : OptionalInt.empty();
        Optional<NotNull> notNullConstraint = fields.has("notNullConstraint")
                ? Optional.of(fields.fields("notNullConstraint"))
                        .map(found -> new NotNull(found.optional("name"), found.flag("noInherit"), !found.flag("notValid"),
                                found.flag("inherited"), found.flag("own")))
                : Optional.empty();
        return new Column(id, Math.toIntExact(fields.number("position")), new SqlType(fields.text("type")),
                fields.optional("collation"), fields.flag("notNull"), identity, generated, fields.optional("storage"),
                fields.optional("compression"), statisticsTarget, fields.map("options"), fields.map("foreignOptions"),
                fields.flag("inherited"), notNullConstraint);
    }

    private static ForeignKey foreignKey(ObjectId id, Fields fields) {
        return new ForeignKey(id, fields.texts("columns"), id(fields.fields("referencedTable")),
                fields.texts("referencedColumns"), fields.flag("matchFull"), action(fields, "onDelete"),
                fields.texts("setColumns"), action(fields, "onUpdate"), deferrability(fields), !fields.flag("notValid"),
                !fields.flag("notEnforced"), fields.flag("period"));
    }

    private static Index index(ObjectId id, Fields fields) {
        return new Index(id, id(fields.fields("table")), fields.text("method"), fields.flag("unique"),
                fields.flag("nullsNotDistinct"), fields.listOfFields("keys").stream().map(ObjectReader::key).toList(),
                fields.texts("include"), fields.optional("predicate").map(Expression::new),
                fields.map("storageParameters"), fields.optional("tablespace"), !fields.flag("invalid"));
    }

    private static Key key(Fields fields) {
        return new Key(fields.optional("column"), fields.optional("expression").map(Expression::new),
                fields.optional("collation"), fields.optional("operatorClass"), fields.map("operatorClassParameters"),
                fields.flag("descending"), fields.flag("nullsFirst"));
    }

    private static SequenceOptions options(Fields fields) {
        return new SequenceOptions(new SqlType(fields.text("type")), fields.number("start"), fields.number("increment"),
                fields.number("min"), fields.number("max"), fields.number("cache"), fields.flag("cycle"));
    }

    private static Persistence persistence(Fields fields) {
        return fields.flag("unlogged") ? Persistence.UNLOGGED : Persistence.PERMANENT;
    }

    private static Deferrability deferrability(Fields fields) {
        return Deferrability.valueOf(fields.text("deferrability", Deferrability.NOT_DEFERRABLE.name()));
    }

    private static ReferentialAction action(Fields fields, String name) {
        return ReferentialAction.valueOf(fields.text(name, ReferentialAction.NO_ACTION.name()));
    }
}
