package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import io.quarkiverse.dibs.schema.DbObjectVisitor;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Deferrability;
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
import io.quarkiverse.dibs.schema.NotNull;
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

/** What an object is, in a few words of SQL in lower case: what stands after its name in a line for people. May be empty. */
final class Description implements DbObjectVisitor<String> {

    @Override
    public String visit(Namespace namespace) {
        return "";
    }

    @Override
    public String visit(Extension extension) {
        return extension.version().isEmpty() ? "" : extension.version();
    }

    @Override
    public String visit(EnumType enumType) {
        return String.join(", ", enumType.labels());
    }

    @Override
    public String visit(CompositeType compositeType) {
        return compositeType.attributes().stream()
                .map(attribute -> attribute.name() + " " + ShownName.type(attribute.type())).collect(Collectors.joining(", "));
    }

    @Override
    public String visit(BaseType baseType) {
        return "";
    }

    @Override
    public String visit(BaseTypeDefinition definition) {
        return definition.options().entrySet().stream().map(option -> option.getKey().toLowerCase(Locale.ROOT) + " = "
                + option.getValue()).collect(Collectors.joining(", "));
    }

    @Override
    public String visit(RangeType rangeType) {
        return "of " + ShownName.type(rangeType.subtype());
    }

    @Override
    public String visit(DomainType domainType) {
        return "as " + ShownName.type(domainType.baseType())
                + domainType.defaultValue().map(value -> " default " + value).orElse("")
                + (domainType.notNull() ? " not null" : "");
    }

    @Override
    public String visit(DomainConstraint domainConstraint) {
        return domainConstraint.expression() + validity(domainConstraint.validated(), true);
    }

    @Override
    public String visit(Sequence sequence) {
        return ShownName.type(sequence.options().dataType());
    }

    @Override
    public String visit(SequenceOwnership sequenceOwnership) {
        return "by " + sequenceOwnership.column().display();
    }

    @Override
    public String visit(Table table) {
        return (table.persistence() == Persistence.UNLOGGED ? "unlogged " : "")
                + table.partitionKey().map(key -> "partition by " + key).orElse("");
    }

    @Override
    public String visit(ForeignTable foreignTable) {
        return "server " + foreignTable.server();
    }

    @Override
    public String visit(Column column) {
        return column(column);
    }

    @Override
    public String visit(ColumnDefault columnDefault) {
        return columnDefault.expression().sql();
    }

    @Override
    public String visit(Inheritance inheritance) {
        return "from " + inheritance.inherits().display();
    }

    @Override
    public String visit(Partition partition) {
        return "of " + partition.partitionOf().display() + " " + partition.bound();
    }

    @Override
    public String visit(PrimaryKey primaryKey) {
        return list(primaryKey.columns()) + include(primaryKey.include()) + deferrability(primaryKey.deferrability());
    }

    @Override
    public String visit(UniqueConstraint uniqueConstraint) {
        return list(uniqueConstraint.columns()) + include(uniqueConstraint.include())
                + (uniqueConstraint.nullsNotDistinct() ? " nulls not distinct" : "")
                + deferrability(uniqueConstraint.deferrability());
    }

    @Override
    public String visit(ExclusionConstraint exclusionConstraint) {
        return exclusionConstraint.definition().sql();
    }

    @Override
    public String visit(CheckConstraint checkConstraint) {
        return checkConstraint.expression() + validity(checkConstraint.validated(), checkConstraint.enforced());
    }

    @Override
    public String visit(ForeignKey foreignKey) {
        return foreignKey(foreignKey);
    }

    @Override
    public String visit(Index index) {
        return index(index);
    }

    @Override
    public String visit(IndexPartition indexPartition) {
        return "of " + indexPartition.partitionOf().display();
    }

    @Override
    public String visit(ReplicaIdentity replicaIdentity) {
        return ShownName.words(replicaIdentity.mode())
                + replicaIdentity.index().map(index -> " " + index.name()).orElse("");
    }

    @Override
    public String visit(Clustering clustering) {
        return "on " + clustering.index().name();
    }

    @Override
    public String visit(StatisticsObject statisticsObject) {
        return "on " + statisticsObject.table().display();
    }

    @Override
    public String visit(View view) {
        return "";
    }

    @Override
    public String visit(MaterializedView materializedView) {
        return materializedView.populated() ? "" : "with no data";
    }

    @Override
    public String visit(Routine routine) {
        return routine.procedure() ? "" : "returns " + routine.result();
    }

    @Override
    public String visit(Aggregate aggregate) {
        return "";
    }

    @Override
    public String visit(Trigger trigger) {
        return enabled(trigger.enabled());
    }

    @Override
    public String visit(EventTrigger eventTrigger) {
        return "on " + eventTrigger.event() + enabled(eventTrigger.enabled());
    }

    @Override
    public String visit(Rule rule) {
        return enabled(rule.enabled());
    }

    @Override
    public String visit(Policy policy) {
        return (policy.permissive() ? "" : "restrictive ") + "for " + policy.command().toLowerCase(Locale.ROOT)
                + (policy.roles().isEmpty() ? "" : " to " + String.join(", ", policy.roles()));
    }

    @Override
    public String visit(Comment comment) {
        return "'" + comment.text() + "'";
    }

    @Override
    public String visit(ExtensionDependence dependence) {
        return "goes with extension " + dependence.id().name();
    }

    @Override
    public String visit(Owner owner) {
        return "to " + owner.role();
    }

    @Override
    public String visit(Grant grant) {
        return privileges(grant.privileges(), grant.revokedDefaults());
    }

    @Override
    public String visit(DefaultPrivileges defaultPrivileges) {
        return "on " + defaultPrivileges.objectType().toLowerCase(Locale.ROOT) + " to "
                + (defaultPrivileges.grantee().isEmpty() ? "public" : defaultPrivileges.grantee()) + ": "
                + privileges(defaultPrivileges.privileges(), defaultPrivileges.revokedDefaults());
    }

    @Override
    public String visit(Collation collation) {
        return collation.provider() + " " + collation.collate();
    }

    @Override
    public String visit(Cast cast) {
        return cast.method().toLowerCase(Locale.ROOT).startsWith("with function") ? "" : cast.method().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visit(Operator operator) {
        return "";
    }

    @Override
    public String visit(OperatorFamily operatorFamily) {
        return "using " + operatorFamily.method();
    }

    @Override
    public String visit(OperatorClass operatorClass) {
        return "for " + ShownName.type(operatorClass.type()) + " using " + operatorClass.method();
    }

    @Override
    public String visit(TextSearchObject textSearchObject) {
        return "";
    }

    @Override
    public String visit(Language language) {
        return language.trusted() ? "trusted" : "";
    }

    @Override
    public String visit(Transform transform) {
        return Stream.concat(transform.fromSql().stream(), transform.toSql().stream()).collect(Collectors.joining(", "));
    }

    @Override
    public String visit(PartitionTrigger partitionTrigger) {
        return partitionTrigger.enabled().sql().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visit(AccessMethod accessMethod) {
        return "for " + accessMethod.type().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visit(Conversion conversion) {
        return conversion.source() + " to " + conversion.target();
    }

    @Override
    public String visit(ColumnSettings columnSettings) {
        return Stream.of(columnSettings.storage(), columnSettings.compression(),
                columnSettings.statisticsTarget().isPresent()
                        ? Optional.of("statistics " + columnSettings.statisticsTarget().getAsInt())
                        : Optional.<String> empty(),
                Optional.of(columnSettings.options().toString()).filter(text -> !text.equals("{}"))).flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String visit(Subscription subscription) {
        return String.join(", ", subscription.publications());
    }

    @Override
    public String visit(Publication publication) {
        return publication.allTables() ? "for all tables" : String.join(", ", publication.members());
    }

    @Override
    public String visit(ForeignDataWrapper foreignDataWrapper) {
        return "";
    }

    @Override
    public String visit(ForeignServer foreignServer) {
        return "wrapper " + foreignServer.wrapper();
    }

    @Override
    public String visit(UserMapping userMapping) {
        return "";
    }

    static String column(Column column) {
        return ShownName.type(column.type()) + column.collation().map(collation -> " collate " + collation).orElse("")
                + (column.notNull() ? " not null" : "") + column.notNullConstraint().map(Description::notNull).orElse("")
                + column.identity().map(identity -> " " + identity(identity)).orElse("")
                + column.generated().map(generated -> " " + generated(generated)).orElse("");
    }

    /** What is said behind {@code not null}. */
    static String notNull(NotNull constraint) {
        return constraint.givenName().filter(name -> !constraint.inherited()).map(name -> " by " + name).orElse("")
                + (constraint.noInherit() ? " no inherit" : "") + (constraint.validated() ? "" : " not valid");
    }

    static String identity(Column.Identity identity) {
        return identity.always() ? "generated always as identity" : "generated by default as identity";
    }

    static String generated(Column.Generated generated) {
        return "generated as " + generated.expression() + (generated.stored() ? " stored" : " virtual");
    }

    private static String foreignKey(ForeignKey key) {
        return list(key.columns()) + " references " + key.referencedTable().display() + " "
                + list(key.referencedColumns()) + action(" on delete ", key.onDelete()) + action(" on update ", key.onUpdate())
                + deferrability(key.deferrability()) + validity(key.validated(), key.enforced());
    }

    private static String index(Index index) {
        return (index.unique() ? "unique " : "") + "on " + index.table().display()
                + (index.method().equals("btree") ? "" : " using " + index.method()) + " "
                + list(index.keys().stream().map(Description::key).toList()) + include(index.include())
                + index.predicate().map(predicate -> " where " + predicate).orElse("");
    }

    private static String key(Index.Key key) {
        return key.column().orElseGet(() -> key.expression().orElseThrow().sql()) + (key.descending() ? " desc" : "");
    }

    static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " deferrable";
            case INITIALLY_DEFERRED -> " deferrable initially deferred";
        };
    }

    static String privileges(SortedMap<String, Boolean> privileges, SortedSet<String> revokedDefaults) {
        List<String> words = new ArrayList<>();
        privileges.forEach(
                (privilege, option) -> words.add(privilege.toLowerCase(Locale.ROOT) + (option ? " with grant option" : "")));
        revokedDefaults.forEach(privilege -> words.add("no " + privilege.toLowerCase(Locale.ROOT)));
        return String.join(", ", words);
    }

    private static String enabled(Trigger.Enabled enabled) {
        return enabled == Trigger.Enabled.ORIGIN ? "" : " " + enabled.sql().toLowerCase(Locale.ROOT);
    }

    private static String validity(boolean validated, boolean enforced) {
        return enforced ? validated ? "" : " not valid" : " not enforced";
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + ShownName.words(action);
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " include " + list(columns);
    }

    private static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }
}
