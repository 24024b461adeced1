package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.TypeConversion;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.WriteContext;

/** The effects of changing one aspect of an object in place. */
final class AlterEffects {

    private final Surroundings surroundings;
    private final WriteContext form;

    AlterEffects(Surroundings surroundings, WriteContext form) {
        this.surroundings = surroundings;
        this.form = form;
    }

    Effects of(Alteration alteration) {
        ObjectId id = alteration.to().id();
        ObjectId table = id.parent();
        return switch (alteration.aspect()) {
            case EXTENSION_VERSION, EXTENSION_SCHEMA, ENUM_LABEL_NAMES, ENUM_LABELS, BASE_TYPE_OPTIONS, DOMAIN_DEFAULT,
                    ROUTINE_DEFINITION,
                    AGGREGATE_DEFINITION,
                    EVENT_TRIGGER_ENABLED, DEFAULT_PRIVILEGES, OPERATOR_ESTIMATORS, OPERATOR_FAMILY_MEMBERS,
                    TEXT_SEARCH_OPTIONS, TEXT_SEARCH_MAPPINGS, PUBLICATION_OPTIONS, SUBSCRIPTION_DEFINITION,
                    LANGUAGE_DEFINITION, TRANSFORM_FUNCTIONS, WRAPPER_HANDLER,
                    WRAPPER_VALIDATOR, WRAPPER_OPTIONS, SERVER_VERSION, SERVER_OPTIONS, USER_MAPPING_OPTIONS,
                    STATISTICS_TARGET ->
                Effects.NONE;
            case PUBLICATION_MEMBERS -> new CreateEffects(surroundings, form).publication(
                    changedMembers((Publication) alteration.from(), (Publication) alteration.to()));
            case COMPOSITE_ATTRIBUTES, FOREIGN_TABLE_OPTIONS, SEQUENCE_PERSISTENCE, TABLE_ROW_SECURITY,
                    TABLE_FORCE_ROW_SECURITY, TABLE_OF_TYPE, VIEW_QUERY, VIEW_OPTIONS ->
                surroundings.lock(id, LockMode.ACCESS_EXCLUSIVE);
            case DOMAIN_NOT_NULL -> ((DomainType) alteration.to()).notNull()
                    ? scanDomain(surroundings, id, LockMode.SHARE)
                    : Effects.NONE;
            case DOMAIN_CONSTRAINT_VALIDATED -> scanDomain(surroundings, table,
                    surroundings.major() >= 18 ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
            case SEQUENCE_OPTIONS, SEQUENCE_OWNED_BY -> surroundings.lock(
                    alteration.aspect() == Aspect.SEQUENCE_OPTIONS ? id : table, LockMode.SHARE_ROW_EXCLUSIVE);
            case TABLE_PERSISTENCE -> rewrite(id).and(surroundings.scan(id));
            case TABLE_TABLESPACE, MATERIALIZED_VIEW_ACCESS_METHOD, MATERIALIZED_VIEW_TABLESPACE ->
                rewrite(id);
            case TABLE_ACCESS_METHOD -> ((Table) alteration.to()).partitionKey().isPresent()
                    ? surroundings.lock(id, LockMode.ACCESS_EXCLUSIVE)
                    : rewrite(id).and(surroundings.scan(id));
            case TABLE_STORAGE_PARAMETERS, MATERIALIZED_VIEW_STORAGE_PARAMETERS ->
                surroundings.lock(id, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case MATERIALIZED_VIEW_POPULATED -> rewrite(id);
            case COLUMN_TYPE -> columnType((Column) alteration.from(), (Column) alteration.to());
            case COLUMN_NOT_NULL -> notNull((Column) alteration.from(), (Column) alteration.to());
            case COLUMN_NOT_NULL_INHERITED -> ((Column) alteration.to()).handsNotNullDown()
                    ? surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE).and(surroundings.scanChildren(table))
                    : surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE);
            case COLUMN_NOT_NULL_VALIDATED -> notNullValidated((Column) alteration.to());
            case COLUMN_NOT_NULL_NAME -> lockNotNull((Column) alteration.to(), LockMode.ACCESS_EXCLUSIVE);
            case COLUMN_GENERATED -> generated((Column) alteration.to());
            case COLUMN_IDENTITY -> identity((Column) alteration.from(), (Column) alteration.to());
            case COLUMN_FOREIGN_OPTIONS -> surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE);
            case COLUMN_COMPRESSION -> surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE);
            case COLUMN_STORAGE -> surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE);
            case COLUMN_STATISTICS -> surroundings.lockTree(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case COLUMN_OPTIONS -> surroundings.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case DEFAULT_EXPRESSION, REPLICA_IDENTITY, CLUSTERING, TRIGGER_DEFINITION, RULE_DEFINITION, RULE_ENABLED,
                    POLICY_DEFINITION, COMMENT_TEXT, OWNER_ROLE, GRANT_PRIVILEGES ->
                new CreateEffects(surroundings, form).of(alteration.to(), List.of());
            case COLUMN_SETTINGS -> surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE);
            case TRIGGER_ENABLED, PARTITION_TRIGGER_ENABLED -> surroundings.lock(table, LockMode.SHARE_ROW_EXCLUSIVE);
            case KEY_STORAGE_PARAMETERS -> surroundings.lock(index(id), LockMode.SHARE_UPDATE_EXCLUSIVE);
            case INDEX_STORAGE_PARAMETERS -> surroundings.lock(id, indexParameters((Index) alteration.to()));
            case KEY_TABLESPACE, INDEX_TABLESPACE -> rewrite(index(id));
            case CHECK_VALIDATED -> ((CheckConstraint) alteration.to()).noInherit()
                    ? surroundings.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE).and(surroundings.scan(table))
                    : surroundings.lockTree(table, LockMode.SHARE_UPDATE_EXCLUSIVE).and(surroundings.scanTree(table));
            case FOREIGN_KEY_VALIDATED -> surroundings.lockPartitions(table, LockMode.SHARE_UPDATE_EXCLUSIVE)
                    .and(surroundings.lock(((ForeignKey) alteration.to()).referencedTable(), LockMode.ROW_SHARE))
                    .and(surroundings.scanPartitions(table))
                    .and(surroundings.scanPartitions(((ForeignKey) alteration.to()).referencedTable()));
            case FOREIGN_KEY_DEFERRABILITY -> surroundings.lockPartitions(table, LockMode.ACCESS_EXCLUSIVE);
            case FOREIGN_KEY_ENFORCED -> enforced((ForeignKey) alteration.to());
        };
    }

    /** Every table with a column of the domain is locked and read. */
    static Effects scanDomain(Surroundings surroundings, ObjectId domain, LockMode mode) {
        Effects effects = Effects.NONE;
        for (ObjectId table : surroundings.tablesWith(domain)) {
            effects = effects.and(surroundings.lock(table, mode)).and(surroundings.scanTree(table));
        }
        return effects;
    }

    private Effects columnType(Column from, Column to) {
        ObjectId table = to.id().parent();
        Effects effects = surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE);
        if (table.kind() == ObjectKind.FOREIGN_TABLE) {
            return effects;
        }
        boolean rewrites = new TypeConversion(surroundings.baseType(from.type()), surroundings.baseType(to.type())).rewrites()
                || surroundings.isConstrainedDomain(to.type()) || form.using().isPresent();
        if (rewrites) {
            return effects.and(surroundings.rewriteTree(table));
        }
        // its indexes are sorted anew
        return from.collation().equals(to.collation()) ? effects : effects.and(surroundings.scanTree(table));
    }

    private Effects notNull(Column from, Column to) {
        if (to.notNull() && form.only()) {
            Effects alone = surroundings.lock(to.id().parent(), LockMode.ACCESS_EXCLUSIVE);
            return form.notValid() ? alone : alone.and(surroundings.scan(to.id().parent()));
        }
        // what adds a constraint locks the children even where they do without it
        Effects effects = to.notNull() ? surroundings.lockTree(to.id().parent(), LockMode.ACCESS_EXCLUSIVE)
                : lockNotNull(from, LockMode.ACCESS_EXCLUSIVE);
        return to.hasNoNulls() && !form.notValid() ? effects.and(scanNotNull(to)) : effects;
    }

    private Effects notNullValidated(Column to) {
        return to.hasNoNulls() ? lockNotNull(to, LockMode.SHARE_UPDATE_EXCLUSIVE).and(scanNotNull(to))
                : lockNotNull(to, LockMode.ACCESS_EXCLUSIVE);
    }

    /** A NOT NULL that children do without leaves them alone. */
    private Effects lockNotNull(Column column, LockMode mode) {
        return column.handsNotNullDown() ? surroundings.lockTree(column.id().parent(), mode)
                : surroundings.lock(column.id().parent(), mode);
    }

    private Effects scanNotNull(Column column) {
        return column.handsNotNullDown() ? surroundings.scanTree(column.id().parent())
                : surroundings.scan(column.id().parent());
    }

    /** The sequence behind it goes with an identity that is dropped, and is locked while its options change. */
    private Effects identity(Column from, Column to) {
        Effects effects = surroundings.lock(to.id().parent(), LockMode.ACCESS_EXCLUSIVE);
        LockMode mode = to.identity().isPresent() ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        Effects changed = surroundings.identitySequence(from)
                .map(sequence -> effects.and(surroundings.lock(sequence, mode)))
                .orElse(effects);
        return from.identity().isEmpty() ? changed.and(surroundings.numbersOf(from.id())) : changed;
    }

    /** What stays as it is in a publication is not touched. */
    private static List<String> changedMembers(Publication from, Publication to) {
        return Stream.concat(from.members().stream().filter(member -> !to.members().contains(member)),
                to.members().stream().filter(member -> !from.members().contains(member))).toList();
    }

    private Effects generated(Column to) {
        Effects effects = surroundings.lockTree(to.id().parent(), LockMode.ACCESS_EXCLUSIVE);
        return to.generated().filter(Column.Generated::stored).isPresent()
                ? effects.and(surroundings.rewriteTree(to.id().parent()))
                : effects;
    }

    private Effects enforced(ForeignKey to) {
        Effects effects = surroundings.lockPartitions(to.id().parent(), LockMode.ACCESS_EXCLUSIVE);
        return to.enforced()
                ? effects.and(surroundings.lockPartitions(to.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE))
                        .and(surroundings.scanPartitions(to.id().parent()))
                : effects.and(surroundings.lockPartitions(to.referencedTable(), LockMode.ACCESS_EXCLUSIVE));
    }

    private Effects rewrite(ObjectId relation) {
        return surroundings.isBorn(relation) ? Effects.NONE
                : Effects.lock(relation, LockMode.ACCESS_EXCLUSIVE).andRewrite(relation);
    }

    /** What a B-tree takes is changed without anyone waiting; the parameters of other methods are not. */
    private static LockMode indexParameters(Index index) {
        return index.method().equals("btree") ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    }

    private static ObjectId index(ObjectId indexOrKey) {
        return ObjectId.inSchema(ObjectKind.INDEX, indexOrKey.schema(), indexOrKey.name());
    }
}
