package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.IdMap;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.View;

/**
 * A schema as Postgres would print it after a set of renames: identities, references and the names inside expressions. Bodies
 * of routines that are strings stay as they are, as they do on the server.
 */
final class RenamedSchema {

    private final Schema schema;
    private final IdMap ids;

    private RenamedSchema(Schema schema, IdMap ids) {
        this.schema = schema;
        this.ids = ids;
    }

    static Schema of(Schema schema, RenameMap renames) {
        return renames.isEmpty() ? schema : new RenamedSchema(schema, renames).build();
    }

    private Schema build() {
        Schema.Builder builder = Schema.builder();
        for (DbObject object : schema.objects()) {
            DbObject renamed = withTexts(object).renamed(ids);
            builder.put(renamed);
            for (ObjectId need : schema.dependenciesOf(object.id())) {
                builder.dependency(renamed.id(), ids.map(need));
            }
        }
        schema.unmodelled().forEach(other -> builder.unmodelled(other.kind(), other.name()));
        schema.castable().forEach(builder::castable);
        return builder.build();
    }

    /** The object with the names inside its expressions replaced; its own identity is not touched yet. */
    private DbObject withTexts(DbObject object) {
        Names names = namesSeenBy(object.id());
        if (object instanceof EnumType e) {
            return EnumLabels.renamed(e, ids);
        }
        if (names.isEmpty()) {
            return object;
        }
        if (object instanceof Column c) {
            return c.withType(type(c.type(), names)).withGenerated(
                    c.generated().map(g -> new Column.Generated(text(g.expression(), names), g.stored())));
        } else if (object instanceof ColumnDefault d) {
            return new ColumnDefault(d.id(), text(d.expression(), names));
        } else if (object instanceof CheckConstraint c) {
            return new CheckConstraint(c.id(), text(c.expression(), names), c.noInherit(), c.validated(), c.enforced());
        } else if (object instanceof DomainConstraint c) {
            return new DomainConstraint(c.id(), text(c.expression(), names), c.validated());
        } else if (object instanceof ExclusionConstraint c) {
            return new ExclusionConstraint(c.id(), text(c.definition(), names));
        } else if (object instanceof Index i) {
            return new Index(i.id(), i.table(), i.method(), i.unique(), i.nullsNotDistinct(),
                    i.keys().stream().map(key -> key(key, names)).toList(), i.include(), i.predicate().map(p -> text(p, names)),
                    i.storageParameters(), i.tablespace(), i.valid());
        } else if (object instanceof Table t) {
            return new Table(t.id(), t.persistence(), t.partitionKey().map(k -> names.replace(k)),
                    t.accessMethod(), t.tablespace(), t.storageParameters(), t.rowSecurity(), t.forceRowSecurity(),
                    t.ofType().map(type -> type(type, names)));
        } else if (object instanceof CompositeType c) {
            return new CompositeType(c.id(), c.attributes().stream()
                    .map(a -> new CompositeType.Attribute(a.name(), type(a.type(), names), a.collation())).toList());
        } else if (object instanceof Routine r) {
            return new Routine(r.id(), r.procedure(), names.replace(r.signature()),
                    r.result().isEmpty() ? "" : names.replace(r.result()), r.language(), text(r.definition(), names));
        } else if (object instanceof Trigger t) {
            return new Trigger(t.id(), text(t.definition(), names), t.enabled());
        } else if (object instanceof Rule r) {
            return new Rule(r.id(), text(r.definition(), names), r.enabled());
        } else if (object instanceof Policy p) {
            return new Policy(p.id(), p.permissive(), p.command(), p.roles(), p.using().map(e -> text(e, names)),
                    p.withCheck().map(e -> text(e, names)));
        } else if (object instanceof View v) {
            return new View(v.id(), columns(v.columns(), names), text(v.query(), names), v.options());
        } else if (object instanceof MaterializedView v) {
            return new MaterializedView(v.id(), columns(v.columns(), names), text(v.query(), names), v.storageParameters(),
                    v.accessMethod(), v.tablespace(), v.populated());
        } else if (object instanceof StatisticsObject s) {
            return new StatisticsObject(s.id(), s.table(), text(s.definition(), names), s.target());
        }
        return object;
    }

    /** Former to present names of the object itself, of what it is a part of and of what it needs. */
    private Names namesSeenBy(ObjectId id) {
        Map<String, String> names = new HashMap<>();
        List<EnumType> relabelled = new ArrayList<>();
        note(id, names);
        if (schema.find(id, Table.class).flatMap(Table::partitionKey).isPresent()) {
            // a table does not need its columns, but its partition key says their names
            schema.all(Column.class).map(DbObject::id).filter(column -> id.equals(column.parent()))
                    .forEach(column -> note(column, names));
        }
        for (ObjectId need : schema.dependenciesOf(id)) {
            note(need, names);
            schema.find(need, EnumType.class).filter(type -> !EnumLabels.renamed(type, ids).equals(type))
                    .ifPresent(relabelled::add);
        }
        return new Names(names, relabelled);
    }

    private void note(ObjectId id, Map<String, String> names) {
        for (ObjectId each = id; each != null; each = each.parent()) {
            ObjectId present = ids.map(each);
            if (!present.name().equals(each.name()) && !each.name().isEmpty()) {
                names.put(each.name(), present.name());
            }
            if (!present.schema().equals(each.schema())) {
                names.put(each.schema(), present.schema());
            }
        }
    }

    private static Index.Key key(Index.Key key, Names names) {
        return new Index.Key(key.column(), key.expression().map(e -> text(e, names)), key.collation(), key.operatorClass(),
                key.operatorClassParameters(), key.descending(), key.nullsFirst());
    }

    /** The columns of a view keep their names, but have the types of what they select. */
    private static List<View.ViewColumn> columns(List<View.ViewColumn> columns, Names names) {
        return columns.stream()
                .map(column -> new View.ViewColumn(column.name(), type(column.type(), names), column.collation()))
                .toList();
    }

    private static Expression text(Expression expression, Names names) {
        return new Expression(names.replace(expression.sql()));
    }

    private static SqlType type(SqlType type, Names names) {
        return new SqlType(names.replace(type.name()));
    }

    /** What an object's texts say otherwise after the renames. */
    private final class Names {

        private final Map<String, String> formerToPresent;
        private final List<EnumType> relabelled;

        Names(Map<String, String> formerToPresent, List<EnumType> relabelled) {
            this.formerToPresent = formerToPresent;
            this.relabelled = relabelled;
        }

        boolean isEmpty() {
            return formerToPresent.isEmpty() && relabelled.isEmpty();
        }

        String replace(String sql) {
            String text = sql;
            for (EnumType type : relabelled) {
                text = EnumLabels.replace(text, type, ids);
            }
            return RenamedTexts.replace(text, formerToPresent);
        }
    }
}
