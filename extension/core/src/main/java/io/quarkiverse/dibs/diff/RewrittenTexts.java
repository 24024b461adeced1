package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.quarkiverse.dibs.schema.AccessMethod;
import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.Conversion;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorClass;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.TextSearchObject;
import io.quarkiverse.dibs.schema.Transform;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.View;

/** An object with each of its texts, types and expressions, written otherwise. Its identity stays as it is. */
final class RewrittenTexts {

    private final UnaryOperator<String> text;

    private RewrittenTexts(UnaryOperator<String> text) {
        this.text = text;
    }

    static DbObject of(DbObject object, UnaryOperator<String> text) {
        return new RewrittenTexts(text).rewritten(object);
    }

    private DbObject rewritten(DbObject object) {
        if (object instanceof Column c) {
            return new Column(c.id(), c.position(), type(c.type()), c.collation().map(text), c.notNull(), c.identity(),
                    c.generated().map(g -> new Column.Generated(text(g.expression()), g.stored())), c.storage(),
                    c.compression(), c.statisticsTarget(), c.options(), c.foreignOptions(), c.inherited(),
                    c.notNullConstraint());
        } else if (object instanceof ColumnDefault d) {
            return new ColumnDefault(d.id(), text(d.expression()));
        } else if (object instanceof CheckConstraint c) {
            return new CheckConstraint(c.id(), text(c.expression()), c.noInherit(), c.validated(), c.enforced());
        } else if (object instanceof DomainType d) {
            return new DomainType(d.id(), type(d.baseType()), d.collation().map(text), d.defaultValue().map(e -> text(e)),
                    d.notNull());
        } else if (object instanceof DomainConstraint c) {
            return new DomainConstraint(c.id(), text(c.expression()), c.validated());
        } else if (object instanceof ExclusionConstraint c) {
            return new ExclusionConstraint(c.id(), text(c.definition()));
        } else if (object instanceof Index i) {
            return new Index(i.id(), i.table(), i.method(), i.unique(), i.nullsNotDistinct(),
                    i.keys().stream().map(key -> key(key)).toList(), i.include(), i.predicate().map(p -> text(p)),
                    i.storageParameters(), i.tablespace(), i.valid());
        } else if (object instanceof Table t) {
            return new Table(t.id(), t.persistence(), t.partitionKey().map(k -> text.apply(k)),
                    t.accessMethod(), t.tablespace(), t.storageParameters(), t.rowSecurity(), t.forceRowSecurity(),
                    t.ofType().map(type -> type(type)));
        } else if (object instanceof CompositeType c) {
            return new CompositeType(c.id(), c.attributes().stream()
                    .map(a -> new CompositeType.Attribute(a.name(), type(a.type()), a.collation().map(text))).toList());
        } else if (object instanceof Routine r) {
            return new Routine(r.id(), r.procedure(), text.apply(r.signature()),
                    r.result().isEmpty() ? "" : text.apply(r.result()), r.language(), text(r.definition()));
        } else if (object instanceof Trigger t) {
            return new Trigger(t.id(), text(t.definition()), t.enabled());
        } else if (object instanceof Rule r) {
            return new Rule(r.id(), text(r.definition()), r.enabled());
        } else if (object instanceof Policy p) {
            return new Policy(p.id(), p.permissive(), p.command(), p.roles(), p.using().map(e -> text(e)),
                    p.withCheck().map(e -> text(e)));
        } else if (object instanceof View v) {
            return new View(v.id(), columns(v.columns()), text(v.query()), v.options());
        } else if (object instanceof MaterializedView v) {
            return new MaterializedView(v.id(), columns(v.columns()), text(v.query()), v.storageParameters(),
                    v.accessMethod(), v.tablespace(), v.populated());
        } else if (object instanceof StatisticsObject s) {
            return new StatisticsObject(s.id(), s.table(), text(s.definition()), s.target());
        } else if (object instanceof RangeType r) {
            return new RangeType(r.id(), type(r.subtype()), r.operatorClass().map(text), r.collation().map(text),
                    r.canonical().map(text), r.subtypeDiff().map(text), r.multirangeName());
        } else if (object instanceof Publication p) {
            return new Publication(p.id(), p.allTables(), p.members().stream().map(text).sorted().toList(), p.options());
        }
        return ofCalls(object);
    }

    /** What is made of functions, operators and types, by their names. */
    private DbObject ofCalls(DbObject object) {
        if (object instanceof Aggregate a) {
            return new Aggregate(a.id(), text.apply(a.signature()), values(a.options()));
        } else if (object instanceof Operator o) {
            return new Operator(o.id(), values(o.options()));
        } else if (object instanceof OperatorClass c) {
            return new OperatorClass(c.id(), c.method(), c.isDefault(), type(c.type()), c.family(), members(c.members()));
        } else if (object instanceof OperatorFamily f) {
            return new OperatorFamily(f.id(), f.method(), members(f.members()));
        } else if (object instanceof Cast c) {
            return new Cast(c.id(), type(c.source()), type(c.target()), text.apply(c.method()), c.context());
        } else if (object instanceof Transform t) {
            return new Transform(t.id(), type(t.type()), t.fromSql().map(text), t.toSql().map(text));
        } else if (object instanceof TextSearchObject t) {
            return new TextSearchObject(t.id(), values(t.options()), values(t.mappings()));
        } else if (object instanceof EventTrigger t) {
            return new EventTrigger(t.id(), t.event(), t.tags(), text.apply(t.function()), t.enabled());
        } else if (object instanceof Conversion c) {
            return new Conversion(c.id(), c.isDefault(), c.source(), c.target(), text.apply(c.function()));
        } else if (object instanceof Language l) {
            return new Language(l.id(), l.trusted(), text.apply(l.handler()), l.inline().map(text), l.validator().map(text));
        } else if (object instanceof AccessMethod m) {
            return new AccessMethod(m.id(), m.type(), text.apply(m.handler()));
        } else if (object instanceof ForeignDataWrapper w) {
            return new ForeignDataWrapper(w.id(), w.handler().map(text), w.validator().map(text), w.options());
        }
        return object;
    }

    private List<String> members(List<String> members) {
        return members.stream().map(text).sorted().toList();
    }

    private SortedMap<String, String> values(SortedMap<String, String> options) {
        SortedMap<String, String> rewritten = new TreeMap<>(options);
        rewritten.replaceAll((name, value) -> text.apply(value));
        return rewritten;
    }

    private Index.Key key(Index.Key key) {
        return new Index.Key(key.column(), key.expression().map(this::text), key.collation().map(text),
                key.operatorClass().map(text), key.operatorClassParameters(), key.descending(), key.nullsFirst());
    }

    /** The columns of a view keep their names, but have the types of what they select. */
    private List<View.ViewColumn> columns(List<View.ViewColumn> columns) {
        return columns.stream()
                .map(column -> new View.ViewColumn(column.name(), type(column.type()), column.collation().map(text)))
                .toList();
    }

    private Expression text(Expression expression) {
        return new Expression(text.apply(expression.sql()));
    }

    private SqlType type(SqlType type) {
        return new SqlType(text.apply(type.name()));
    }
}
