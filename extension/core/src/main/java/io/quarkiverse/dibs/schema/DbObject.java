package io.quarkiverse.dibs.schema;

import java.util.Collection;

/**
 * One object of a schema. Every record of the family starts with its identity, sorts and copies its collections when built and
 * is immutable; names inside it are as Postgres stores them.
 */
public sealed interface DbObject permits Namespace, Extension, EnumType, CompositeType, RangeType, BaseType, BaseTypeDefinition,
        DomainType, DomainConstraint,
        Sequence, SequenceOwnership, Table, ForeignTable, Column, ColumnDefault, Inheritance, Partition, PrimaryKey,
        UniqueConstraint, ExclusionConstraint, CheckConstraint, ForeignKey, Index, IndexPartition, ReplicaIdentity, Clustering,
        StatisticsObject, View, MaterializedView, Routine, Aggregate, Trigger, EventTrigger, Rule, Policy, Comment, Owner,
        ExtensionDependence,
        Grant, DefaultPrivileges, Collation, Cast, Operator, OperatorFamily, OperatorClass, TextSearchObject, Publication,
        Subscription, ForeignDataWrapper, ForeignServer, UserMapping, Language, AccessMethod, Conversion, ColumnSettings,
        Transform, PartitionTrigger {

    ObjectId id();

    /**
     * The objects the record itself names, its parent left out: the columns of a key, the table of an index. What only
     * Postgres knows (the functions a default calls) is recorded in the {@link Schema}.
     */
    Collection<ObjectId> references();

    /** The same object after a rename of itself or of what it names. Texts of expressions are not touched. */
    DbObject renamed(IdMap ids);

    <R> R accept(DbObjectVisitor<R> visitor);
}
