package io.quarkiverse.dibs.diff;

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
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ExtensionDependence;
import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorClass;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.ReplicaIdentity;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Subscription;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.TextSearchObject;
import io.quarkiverse.dibs.schema.Transform;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.schema.UserMapping;
import io.quarkiverse.dibs.schema.View;

/** Leads each kind to the class that compares it. The other object is of the same kind, as {@link Comparison} has made sure. */
final class CompareKind implements DbObjectVisitor<Difference> {

    private final DbObject to;
    private final int major;

    CompareKind(DbObject to, int major) {
        this.to = to;
        this.major = major;
    }

    @Override
    public Difference visit(Namespace namespace) {
        return new Difference.Same();
    }

    @Override
    public Difference visit(Extension extension) {
        return CatalogComparison.compare(extension, (Extension) to);
    }

    @Override
    public Difference visit(EnumType enumType) {
        return TypeComparison.compare(enumType, (EnumType) to);
    }

    @Override
    public Difference visit(CompositeType compositeType) {
        return TypeComparison.compare(compositeType, (CompositeType) to);
    }

    @Override
    public Difference visit(BaseType baseType) {
        return new Difference.Same();
    }

    @Override
    public Difference visit(BaseTypeDefinition definition) {
        return TypeComparison.compare(definition, (BaseTypeDefinition) to);
    }

    @Override
    public Difference visit(RangeType rangeType) {
        return TypeComparison.compare(rangeType, (RangeType) to);
    }

    @Override
    public Difference visit(DomainType domainType) {
        return TypeComparison.compare(domainType, (DomainType) to);
    }

    @Override
    public Difference visit(DomainConstraint domainConstraint) {
        return TypeComparison.compare(domainConstraint, (DomainConstraint) to);
    }

    @Override
    public Difference visit(Sequence sequence) {
        return SequenceComparison.compare(sequence, (Sequence) to, major);
    }

    @Override
    public Difference visit(SequenceOwnership sequenceOwnership) {
        return SequenceComparison.compare(sequenceOwnership, (SequenceOwnership) to);
    }

    @Override
    public Difference visit(Table table) {
        return TableComparison.compare(table, (Table) to, major);
    }

    @Override
    public Difference visit(ForeignTable foreignTable) {
        return TableComparison.compare(foreignTable, (ForeignTable) to);
    }

    @Override
    public Difference visit(Column column) {
        return ColumnComparison.compare(column, (Column) to, major);
    }

    @Override
    public Difference visit(ColumnDefault columnDefault) {
        return ColumnComparison.compare(columnDefault, (ColumnDefault) to);
    }

    @Override
    public Difference visit(Inheritance inheritance) {
        return TableComparison.compare(inheritance, (Inheritance) to);
    }

    @Override
    public Difference visit(Partition partition) {
        return TableComparison.compare(partition, (Partition) to);
    }

    @Override
    public Difference visit(PrimaryKey primaryKey) {
        return ConstraintComparison.compare(primaryKey, (PrimaryKey) to);
    }

    @Override
    public Difference visit(UniqueConstraint uniqueConstraint) {
        return ConstraintComparison.compare(uniqueConstraint, (UniqueConstraint) to);
    }

    @Override
    public Difference visit(ExclusionConstraint exclusionConstraint) {
        return ConstraintComparison.compare(exclusionConstraint, (ExclusionConstraint) to);
    }

    @Override
    public Difference visit(CheckConstraint checkConstraint) {
        return ConstraintComparison.compare(checkConstraint, (CheckConstraint) to);
    }

    @Override
    public Difference visit(ForeignKey foreignKey) {
        return ConstraintComparison.compare(foreignKey, (ForeignKey) to, major);
    }

    @Override
    public Difference visit(Index index) {
        return ConstraintComparison.compare(index, (Index) to);
    }

    @Override
    public Difference visit(IndexPartition indexPartition) {
        return TableComparison.compare(indexPartition, (IndexPartition) to);
    }

    @Override
    public Difference visit(ReplicaIdentity replicaIdentity) {
        return TableComparison.compare(replicaIdentity, (ReplicaIdentity) to);
    }

    @Override
    public Difference visit(Clustering clustering) {
        return TableComparison.compare(clustering, (Clustering) to);
    }

    @Override
    public Difference visit(StatisticsObject statisticsObject) {
        return TableComparison.compare(statisticsObject, (StatisticsObject) to);
    }

    @Override
    public Difference visit(View view) {
        return ViewComparison.compare(view, (View) to);
    }

    @Override
    public Difference visit(MaterializedView materializedView) {
        return ViewComparison.compare(materializedView, (MaterializedView) to, major);
    }

    @Override
    public Difference visit(Routine routine) {
        return RoutineComparison.compare(routine, (Routine) to);
    }

    @Override
    public Difference visit(Aggregate aggregate) {
        return RoutineComparison.compare(aggregate, (Aggregate) to);
    }

    @Override
    public Difference visit(Trigger trigger) {
        return TriggerComparison.compare(trigger, (Trigger) to);
    }

    @Override
    public Difference visit(EventTrigger eventTrigger) {
        return TriggerComparison.compare(eventTrigger, (EventTrigger) to);
    }

    @Override
    public Difference visit(Rule rule) {
        return TriggerComparison.compare(rule, (Rule) to);
    }

    @Override
    public Difference visit(Policy policy) {
        return TriggerComparison.compare(policy, (Policy) to);
    }

    @Override
    public Difference visit(Comment comment) {
        return AccessComparison.compare(comment, (Comment) to);
    }

    @Override
    public Difference visit(ExtensionDependence dependence) {
        return new Difference.Same();
    }

    @Override
    public Difference visit(Owner owner) {
        return AccessComparison.compare(owner, (Owner) to);
    }

    @Override
    public Difference visit(Grant grant) {
        return AccessComparison.compare(grant, (Grant) to);
    }

    @Override
    public Difference visit(DefaultPrivileges defaultPrivileges) {
        return AccessComparison.compare(defaultPrivileges, (DefaultPrivileges) to);
    }

    @Override
    public Difference visit(Collation collation) {
        return CatalogComparison.compare(collation, (Collation) to);
    }

    @Override
    public Difference visit(Cast cast) {
        return CatalogComparison.compare(cast, (Cast) to);
    }

    @Override
    public Difference visit(Operator operator) {
        return CatalogComparison.compare(operator, (Operator) to);
    }

    @Override
    public Difference visit(OperatorFamily operatorFamily) {
        return CatalogComparison.compare(operatorFamily, (OperatorFamily) to);
    }

    @Override
    public Difference visit(OperatorClass operatorClass) {
        return CatalogComparison.compare(operatorClass, (OperatorClass) to);
    }

    @Override
    public Difference visit(TextSearchObject textSearchObject) {
        return CatalogComparison.compare(textSearchObject, (TextSearchObject) to);
    }

    @Override
    public Difference visit(Publication publication) {
        return ForeignDataComparison.compare(publication, (Publication) to);
    }

    @Override
    public Difference visit(Subscription subscription) {
        return ForeignDataComparison.compare(subscription, (Subscription) to);
    }

    @Override
    public Difference visit(Language language) {
        return CatalogComparison.compare(language, (Language) to);
    }

    @Override
    public Difference visit(Transform transform) {
        return CatalogComparison.compare(transform, (Transform) to);
    }

    @Override
    public Difference visit(PartitionTrigger partitionTrigger) {
        return TriggerComparison.compare(partitionTrigger, (PartitionTrigger) to);
    }

    @Override
    public Difference visit(AccessMethod accessMethod) {
        return CatalogComparison.compare(accessMethod, (AccessMethod) to);
    }

    @Override
    public Difference visit(Conversion conversion) {
        return CatalogComparison.compare(conversion, (Conversion) to);
    }

    @Override
    public Difference visit(ColumnSettings columnSettings) {
        return TableComparison.compare(columnSettings, (ColumnSettings) to);
    }

    @Override
    public Difference visit(ForeignDataWrapper foreignDataWrapper) {
        return ForeignDataComparison.compare(foreignDataWrapper, (ForeignDataWrapper) to);
    }

    @Override
    public Difference visit(ForeignServer foreignServer) {
        return ForeignDataComparison.compare(foreignServer, (ForeignServer) to);
    }

    @Override
    public Difference visit(UserMapping userMapping) {
        return ForeignDataComparison.compare(userMapping, (UserMapping) to);
    }
}
