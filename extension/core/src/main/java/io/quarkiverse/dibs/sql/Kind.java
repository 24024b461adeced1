package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Alteration;
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
import io.quarkiverse.dibs.schema.ObjectId;
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

/** An object together with the SQL of its kind: the one place that knows which class writes which kind. */
record Kind<T extends DbObject>(T object, Class<T> type, KindSql<T> sql) {

    static Kind<?> of(DbObject object) {
        return object.accept(new Dispatch());
    }

    List<String> create(WriteContext context) {
        return sql.create(object, context);
    }

    List<String> drop(WriteContext context) {
        return sql.drop(object, context);
    }

    List<String> rename(ObjectId to, WriteContext context) {
        return sql.rename(object, to, context);
    }

    List<String> alter(Alteration alteration, WriteContext context) {
        return sql.alter(object, type.cast(alteration.to()), alteration.aspect(), context);
    }

    private static final class Dispatch implements DbObjectVisitor<Kind<?>> {

        @Override
        public Kind<?> visit(Namespace namespace) {
            return new Kind<>(namespace, Namespace.class, new NamespaceSql());
        }

        @Override
        public Kind<?> visit(Extension extension) {
            return new Kind<>(extension, Extension.class, new ExtensionSql());
        }

        @Override
        public Kind<?> visit(EnumType enumType) {
            return new Kind<>(enumType, EnumType.class, new EnumSql());
        }

        @Override
        public Kind<?> visit(CompositeType compositeType) {
            return new Kind<>(compositeType, CompositeType.class, new CompositeSql());
        }

        @Override
        public Kind<?> visit(BaseType baseType) {
            return new Kind<>(baseType, BaseType.class, new BaseTypeSql());
        }

        @Override
        public Kind<?> visit(BaseTypeDefinition definition) {
            return new Kind<>(definition, BaseTypeDefinition.class, new BaseTypeDefinitionSql());
        }

        @Override
        public Kind<?> visit(RangeType rangeType) {
            return new Kind<>(rangeType, RangeType.class, new RangeSql());
        }

        @Override
        public Kind<?> visit(DomainType domainType) {
            return new Kind<>(domainType, DomainType.class, new DomainSql());
        }

        @Override
        public Kind<?> visit(DomainConstraint domainConstraint) {
            return new Kind<>(domainConstraint, DomainConstraint.class, new DomainConstraintSql());
        }

        @Override
        public Kind<?> visit(Sequence sequence) {
            return new Kind<>(sequence, Sequence.class, new SequenceSql());
        }

        @Override
        public Kind<?> visit(SequenceOwnership sequenceOwnership) {
            return new Kind<>(sequenceOwnership, SequenceOwnership.class, new SequenceOwnershipSql());
        }

        @Override
        public Kind<?> visit(Table table) {
            return new Kind<>(table, Table.class, new TableSql());
        }

        @Override
        public Kind<?> visit(ForeignTable foreignTable) {
            return new Kind<>(foreignTable, ForeignTable.class, new ForeignTableSql());
        }

        @Override
        public Kind<?> visit(Column column) {
            return new Kind<>(column, Column.class, new ColumnSql());
        }

        @Override
        public Kind<?> visit(ColumnDefault columnDefault) {
            return new Kind<>(columnDefault, ColumnDefault.class, new ColumnDefaultSql());
        }

        @Override
        public Kind<?> visit(Inheritance inheritance) {
            return new Kind<>(inheritance, Inheritance.class, new InheritanceSql());
        }

        @Override
        public Kind<?> visit(Partition partition) {
            return new Kind<>(partition, Partition.class, new PartitionSql());
        }

        @Override
        public Kind<?> visit(PrimaryKey primaryKey) {
            return new Kind<>(primaryKey, PrimaryKey.class, new PrimaryKeySql());
        }

        @Override
        public Kind<?> visit(UniqueConstraint uniqueConstraint) {
            return new Kind<>(uniqueConstraint, UniqueConstraint.class, new UniqueSql());
        }

        @Override
        public Kind<?> visit(ExclusionConstraint exclusionConstraint) {
            return new Kind<>(exclusionConstraint, ExclusionConstraint.class, new ExclusionSql());
        }

        @Override
        public Kind<?> visit(CheckConstraint checkConstraint) {
            return new Kind<>(checkConstraint, CheckConstraint.class, new CheckSql());
        }

        @Override
        public Kind<?> visit(ForeignKey foreignKey) {
            return new Kind<>(foreignKey, ForeignKey.class, new ForeignKeySql());
        }

        @Override
        public Kind<?> visit(Index index) {
            return new Kind<>(index, Index.class, new IndexSql());
        }

        @Override
        public Kind<?> visit(IndexPartition indexPartition) {
            return new Kind<>(indexPartition, IndexPartition.class, new IndexPartitionSql());
        }

        @Override
        public Kind<?> visit(ReplicaIdentity replicaIdentity) {
            return new Kind<>(replicaIdentity, ReplicaIdentity.class, new ReplicaIdentitySql());
        }

        @Override
        public Kind<?> visit(Clustering clustering) {
            return new Kind<>(clustering, Clustering.class, new ClusteringSql());
        }

        @Override
        public Kind<?> visit(StatisticsObject statisticsObject) {
            return new Kind<>(statisticsObject, StatisticsObject.class, new StatisticsSql());
        }

        @Override
        public Kind<?> visit(View view) {
            return new Kind<>(view, View.class, new ViewSql());
        }

        @Override
        public Kind<?> visit(MaterializedView materializedView) {
            return new Kind<>(materializedView, MaterializedView.class, new MaterializedViewSql());
        }

        @Override
        public Kind<?> visit(Routine routine) {
            return new Kind<>(routine, Routine.class, new RoutineSql());
        }

        @Override
        public Kind<?> visit(Aggregate aggregate) {
            return new Kind<>(aggregate, Aggregate.class, new AggregateSql());
        }

        @Override
        public Kind<?> visit(Trigger trigger) {
            return new Kind<>(trigger, Trigger.class, new TriggerSql());
        }

        @Override
        public Kind<?> visit(EventTrigger eventTrigger) {
            return new Kind<>(eventTrigger, EventTrigger.class, new EventTriggerSql());
        }

        @Override
        public Kind<?> visit(Rule rule) {
            return new Kind<>(rule, Rule.class, new RuleSql());
        }

        @Override
        public Kind<?> visit(Policy policy) {
            return new Kind<>(policy, Policy.class, new PolicySql());
        }

        @Override
        public Kind<?> visit(Comment comment) {
            return new Kind<>(comment, Comment.class, new CommentSql());
        }

        @Override
        public Kind<?> visit(ExtensionDependence dependence) {
            return new Kind<>(dependence, ExtensionDependence.class, new ExtensionDependenceSql());
        }

        @Override
        public Kind<?> visit(Owner owner) {
            return new Kind<>(owner, Owner.class, new OwnerSql());
        }

        @Override
        public Kind<?> visit(Grant grant) {
            return new Kind<>(grant, Grant.class, new GrantSql());
        }

        @Override
        public Kind<?> visit(DefaultPrivileges defaultPrivileges) {
            return new Kind<>(defaultPrivileges, DefaultPrivileges.class, new DefaultPrivilegesSql());
        }

        @Override
        public Kind<?> visit(Collation collation) {
            return new Kind<>(collation, Collation.class, new CollationSql());
        }

        @Override
        public Kind<?> visit(Cast cast) {
            return new Kind<>(cast, Cast.class, new CastSql());
        }

        @Override
        public Kind<?> visit(Operator operator) {
            return new Kind<>(operator, Operator.class, new OperatorSql());
        }

        @Override
        public Kind<?> visit(OperatorFamily operatorFamily) {
            return new Kind<>(operatorFamily, OperatorFamily.class, new OperatorFamilySql());
        }

        @Override
        public Kind<?> visit(OperatorClass operatorClass) {
            return new Kind<>(operatorClass, OperatorClass.class, new OperatorClassSql());
        }

        @Override
        public Kind<?> visit(TextSearchObject textSearchObject) {
            return new Kind<>(textSearchObject, TextSearchObject.class, new TextSearchSql());
        }

        @Override
        public Kind<?> visit(Publication publication) {
            return new Kind<>(publication, Publication.class, new PublicationSql());
        }

        @Override
        public Kind<?> visit(Subscription subscription) {
            return new Kind<>(subscription, Subscription.class, new SubscriptionSql());
        }

        @Override
        public Kind<?> visit(Language language) {
            return new Kind<>(language, Language.class, new LanguageSql());
        }

        @Override
        public Kind<?> visit(Transform transform) {
            return new Kind<>(transform, Transform.class, new TransformSql());
        }

        @Override
        public Kind<?> visit(PartitionTrigger partitionTrigger) {
            return new Kind<>(partitionTrigger, PartitionTrigger.class, new PartitionTriggerSql());
        }

        @Override
        public Kind<?> visit(AccessMethod accessMethod) {
            return new Kind<>(accessMethod, AccessMethod.class, new AccessMethodSql());
        }

        @Override
        public Kind<?> visit(Conversion conversion) {
            return new Kind<>(conversion, Conversion.class, new ConversionSql());
        }

        @Override
        public Kind<?> visit(ColumnSettings columnSettings) {
            return new Kind<>(columnSettings, ColumnSettings.class, new ColumnSettingsSql());
        }

        @Override
        public Kind<?> visit(ForeignDataWrapper foreignDataWrapper) {
            return new Kind<>(foreignDataWrapper, ForeignDataWrapper.class, new ForeignDataWrapperSql());
        }

        @Override
        public Kind<?> visit(ForeignServer foreignServer) {
            return new Kind<>(foreignServer, ForeignServer.class, new ForeignServerSql());
        }

        @Override
        public Kind<?> visit(UserMapping userMapping) {
            return new Kind<>(userMapping, UserMapping.class, new UserMappingSql());
        }
    }
}
