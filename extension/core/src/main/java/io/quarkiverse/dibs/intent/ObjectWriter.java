package io.quarkiverse.dibs.intent;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.schema.AccessMethod;
import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.BaseType;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Clustering;
import io.quarkiverse.dibs.schema.Collation;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.Conversion;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DbObjectVisitor;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ExtensionDependence;
import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Index.Key;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorClass;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.ReplicaIdentity;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Subscription;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.TextSearchObject;
import io.quarkiverse.dibs.schema.Transform;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.schema.UserMapping;
import io.quarkiverse.dibs.schema.View;

/**
 * One object of a schema as JSON fields, for the kinds that entities can produce; every other kind is refused. The reverse is
 * {@link ObjectReader}.
 */
final class ObjectWriter implements DbObjectVisitor<Fields> {

    static final ObjectWriter INSTANCE = new ObjectWriter();

    private ObjectWriter() {
    }

    static Fields id(ObjectId id) {
        Fields fields = new Fields().put("kind", id.kind().name());
        if (!id.name().isEmpty()) {
            fields.put("name", id.name());
        }
        if (!id.arguments().isEmpty()) {
            fields.put("arguments", id.arguments());
        }
        if (id.parent() != null) {
            fields.put("of", id(id.parent()));
        } else if (!id.schema().isEmpty()) {
            fields.put("schema", id.schema());
        }
        return fields;
    }

    private static Fields start(DbObject object) {
        return new Fields().put("id", id(object.id()));
    }

    private static Optional<String> sql(Optional<Expression> expression) {
        return expression.map(Expression::sql);
    }

    @Override
    public Fields visit(Namespace namespace) {
        return start(namespace);
    }

    @Override
    public Fields visit(Extension extension) {
        return start(extension).put("schema", extension.schema()).put("version", extension.version());
    }

    @Override
    public Fields visit(EnumType enumType) {
        return start(enumType).put("labels", enumType.labels());
    }

    @Override
    public Fields visit(Sequence sequence) {
        return start(sequence).put("options", options(sequence.options())).put("unlogged",
                sequence.persistence() == Persistence.UNLOGGED);
    }

    private static Fields options(SequenceOptions options) {
        return new Fields().put("type", options.dataType().name()).put("start", options.start())
                .put("increment", options.increment()).put("min", options.min()).put("max", options.max())
                .put("cache", options.cache()).put("cycle", options.cycle());
    }

    @Override
    public Fields visit(SequenceOwnership ownership) {
        return start(ownership).put("column", id(ownership.column()));
    }

    @Override
    public Fields visit(Table table) {
        return start(table).put("unlogged", table.persistence() == Persistence.UNLOGGED)
                .put("partitionKey", table.partitionKey()).put("accessMethod", table.accessMethod())
                .put("tablespace", table.tablespace()).put("storageParameters", table.storageParameters())
                .put("rowSecurity", table.rowSecurity()).put("forceRowSecurity", table.forceRowSecurity())
                .put("ofType", table.ofType().map(SqlType::name));
    }

    @Override
    public Fields visit(Column column) {
        Fields fields = start(column).put("position", column.position()).put("type", column.type().name())
                .put("collation", column.collation()).put("notNull", column.notNull()).put("storage", column.storage())
                .put("compression", column.compression()).put("options", column.options())
                .put("foreignOptions", column.foreignOptions()).put("inherited", column.inherited());
        column.identity().ifPresent(identity -> fields.put("identity",
                new Fields().put("always", identity.always()).put("options", options(identity.options()))
                        .put("sequence", identity.sequence())));
        column.generated().ifPresent(generated -> fields.put("generated",
                new Fields().put("expression", generated.expression().sql()).put("stored", generated.stored())));
        column.statisticsTarget().ifPresent(target -> fields.put("statisticsTarget", target));
        column.notNullConstraint().ifPresent(constraint -> fields.put("notNullConstraint",
                new Fields().put("name", constraint.name()).put("noInherit", constraint.noInherit())
                        .put("notValid", !constraint.validated()).put("inherited", constraint.inherited())
                        .put("own", constraint.own())));
        return fields;
    }

    @Override
    public Fields visit(ColumnDefault columnDefault) {
        return start(columnDefault).put("expression", columnDefault.expression().sql());
    }

    @Override
    public Fields visit(PrimaryKey key) {
        return start(key).put("columns", key.columns()).put("include", key.include())
                .put("deferrability", deferrability(key.deferrability())).put("withoutOverlaps", key.withoutOverlaps())
                .put("storageParameters", key.storageParameters()).put("tablespace", key.tablespace());
    }

    @Override
    public Fields visit(UniqueConstraint unique) {
        return start(unique).put("columns", unique.columns()).put("include", unique.include())
                .put("nullsNotDistinct", unique.nullsNotDistinct())
                .put("deferrability", deferrability(unique.deferrability()))
                .put("withoutOverlaps", unique.withoutOverlaps()).put("storageParameters", unique.storageParameters())
                .put("tablespace", unique.tablespace());
    }

    private static Optional<String> deferrability(Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE ? Optional.empty() : Optional.of(deferrability.name());
    }

    @Override
    public Fields visit(CheckConstraint check) {
        return start(check).put("expression", check.expression().sql()).put("noInherit", check.noInherit())
                .put("notValid", !check.validated()).put("notEnforced", !check.enforced());
    }

    @Override
    public Fields visit(ForeignKey key) {
        return start(key).put("columns", key.columns()).put("referencedTable", id(key.referencedTable()))
                .put("referencedColumns", key.referencedColumns()).put("matchFull", key.matchFull())
                .put("onDelete", action(key.onDelete())).put("setColumns", key.setColumns())
                .put("onUpdate", action(key.onUpdate())).put("deferrability", deferrability(key.deferrability()))
                .put("notValid", !key.validated()).put("notEnforced", !key.enforced()).put("period", key.period());
    }

    private static Optional<String> action(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? Optional.empty() : Optional.of(action.name());
    }

    @Override
    public Fields visit(Index index) {
        List<Object> keys = index.keys().stream().<Object> map(key -> key(key).tree()).toList();
        return start(index).put("table", id(index.table())).put("method", index.method()).put("unique", index.unique())
                .put("nullsNotDistinct", index.nullsNotDistinct()).put("keys", keys).put("include", index.include())
                .put("predicate", sql(index.predicate())).put("storageParameters", index.storageParameters())
                .put("tablespace", index.tablespace()).put("invalid", !index.valid());
    }

    private static Fields key(Key key) {
        return new Fields().put("column", key.column()).put("expression", sql(key.expression()))
                .put("collation", key.collation()).put("operatorClass", key.operatorClass())
                .put("operatorClassParameters", key.operatorClassParameters()).put("descending", key.descending())
                .put("nullsFirst", key.nullsFirst());
    }

    @Override
    public Fields visit(Routine routine) {
        return start(routine).put("procedure", routine.procedure()).put("signature", routine.signature())
                .put("result", routine.result()).put("language", routine.language())
                .put("definition", routine.definition().sql());
    }

    @Override
    public Fields visit(Trigger trigger) {
        return start(trigger).put("definition", trigger.definition().sql()).put("enabled",
                trigger.enabled() == Trigger.Enabled.ORIGIN ? Optional.empty() : Optional.of(trigger.enabled().name()));
    }

    @Override
    public Fields visit(Comment comment) {
        return start(comment).put("text", comment.text());
    }

    private static Fields refuse(DbObject object) {
        throw new IllegalArgumentException("entities do not describe a " + object.id());
    }

    @Override
    public Fields visit(CompositeType compositeType) {
        return refuse(compositeType);
    }

    @Override
    public Fields visit(BaseType baseType) {
        return refuse(baseType);
    }

    @Override
    public Fields visit(BaseTypeDefinition definition) {
        return refuse(definition);
    }

    @Override
    public Fields visit(RangeType rangeType) {
        return refuse(rangeType);
    }

    @Override
    public Fields visit(DomainType domainType) {
        return refuse(domainType);
    }

    @Override
    public Fields visit(DomainConstraint domainConstraint) {
        return refuse(domainConstraint);
    }

    @Override
    public Fields visit(ForeignTable foreignTable) {
        return refuse(foreignTable);
    }

    @Override
    public Fields visit(Inheritance inheritance) {
        return refuse(inheritance);
    }

    @Override
    public Fields visit(Partition partition) {
        return refuse(partition);
    }

    @Override
    public Fields visit(ExclusionConstraint exclusionConstraint) {
        return refuse(exclusionConstraint);
    }

    @Override
    public Fields visit(IndexPartition indexPartition) {
        return refuse(indexPartition);
    }

    @Override
    public Fields visit(ReplicaIdentity replicaIdentity) {
        return refuse(replicaIdentity);
    }

    @Override
    public Fields visit(Clustering clustering) {
        return refuse(clustering);
    }

    @Override
    public Fields visit(StatisticsObject statisticsObject) {
        return refuse(statisticsObject);
    }

    @Override
    public Fields visit(View view) {
        return refuse(view);
    }

    @Override
    public Fields visit(MaterializedView materializedView) {
        return refuse(materializedView);
    }

    @Override
    public Fields visit(Aggregate aggregate) {
        return refuse(aggregate);
    }

    @Override
    public Fields visit(EventTrigger eventTrigger) {
        return refuse(eventTrigger);
    }

    @Override
    public Fields visit(Rule rule) {
        return refuse(rule);
    }

    @Override
    public Fields visit(Policy policy) {
        return refuse(policy);
    }

    @Override
    public Fields visit(ExtensionDependence dependence) {
        return new Fields();
    }

    @Override
    public Fields visit(Owner owner) {
        return refuse(owner);
    }

    @Override
    public Fields visit(Grant grant) {
        return refuse(grant);
    }

    @Override
    public Fields visit(DefaultPrivileges defaultPrivileges) {
        return refuse(defaultPrivileges);
    }

    @Override
    public Fields visit(Collation collation) {
        return refuse(collation);
    }

    @Override
    public Fields visit(Cast cast) {
        return refuse(cast);
    }

    @Override
    public Fields visit(Operator operator) {
        return refuse(operator);
    }

    @Override
    public Fields visit(OperatorFamily operatorFamily) {
        return refuse(operatorFamily);
    }

    @Override
    public Fields visit(OperatorClass operatorClass) {
        return refuse(operatorClass);
    }

    @Override
    public Fields visit(TextSearchObject textSearchObject) {
        return refuse(textSearchObject);
    }

    @Override
    public Fields visit(Publication publication) {
        return refuse(publication);
    }

    @Override
    public Fields visit(Language language) {
        return refuse(language);
    }

    @Override
    public Fields visit(Transform transform) {
        return refuse(transform);
    }

    @Override
    public Fields visit(PartitionTrigger partitionTrigger) {
        return refuse(partitionTrigger);
    }

    @Override
    public Fields visit(AccessMethod accessMethod) {
        return refuse(accessMethod);
    }

    @Override
    public Fields visit(Conversion conversion) {
        return refuse(conversion);
    }

    @Override
    public Fields visit(ColumnSettings columnSettings) {
        return refuse(columnSettings);
    }

    @Override
    public Fields visit(Subscription subscription) {
        return refuse(subscription);
    }

    @Override
    public Fields visit(ForeignDataWrapper foreignDataWrapper) {
        return refuse(foreignDataWrapper);
    }

    @Override
    public Fields visit(ForeignServer foreignServer) {
        return refuse(foreignServer);
    }

    @Override
    public Fields visit(UserMapping userMapping) {
        return refuse(userMapping);
    }
}
