package io.quarkiverse.dibs.schema;

/** One method a kind, and no defaults: whoever adds a kind hears from the compiler everything that has to know it. */
public interface DbObjectVisitor<R> {

    R visit(Namespace namespace);

    R visit(Extension extension);

    R visit(EnumType enumType);

    R visit(CompositeType compositeType);

    R visit(RangeType rangeType);

    R visit(BaseType baseType);

    R visit(BaseTypeDefinition definition);

    R visit(DomainType domainType);

    R visit(DomainConstraint domainConstraint);

    R visit(Sequence sequence);

    R visit(SequenceOwnership sequenceOwnership);

    R visit(Table table);

    R visit(ForeignTable foreignTable);

    R visit(Column column);

    R visit(ColumnDefault columnDefault);

    R visit(Inheritance inheritance);

    R visit(Partition partition);

    R visit(PrimaryKey primaryKey);

    R visit(UniqueConstraint uniqueConstraint);

    R visit(ExclusionConstraint exclusionConstraint);

    R visit(CheckConstraint checkConstraint);

    R visit(ForeignKey foreignKey);

    R visit(Index index);

    R visit(IndexPartition indexPartition);

    R visit(ReplicaIdentity replicaIdentity);

    R visit(Clustering clustering);

    R visit(StatisticsObject statisticsObject);

    R visit(View view);

    R visit(MaterializedView materializedView);

    R visit(Routine routine);

    R visit(Aggregate aggregate);

    R visit(Trigger trigger);

    R visit(EventTrigger eventTrigger);

    R visit(Rule rule);

    R visit(Policy policy);

    R visit(Comment comment);

    R visit(ExtensionDependence dependence);

    R visit(Owner owner);

    R visit(Grant grant);

    R visit(DefaultPrivileges defaultPrivileges);

    R visit(Collation collation);

    R visit(Cast cast);

    R visit(Operator operator);

    R visit(OperatorFamily operatorFamily);

    R visit(OperatorClass operatorClass);

    R visit(TextSearchObject textSearchObject);

    R visit(Publication publication);

    R visit(Subscription subscription);

    R visit(ForeignDataWrapper foreignDataWrapper);

    R visit(ForeignServer foreignServer);

    R visit(UserMapping userMapping);

    R visit(Language language);

    R visit(Transform transform);

    R visit(PartitionTrigger partitionTrigger);

    R visit(AccessMethod accessMethod);

    R visit(Conversion conversion);

    R visit(ColumnSettings columnSettings);
}
