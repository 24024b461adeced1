package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.sql.WriteContext;

/** The effects of bringing an object into being. */
final class CreateEffects {

    /** The name at the start of a member; its column list and condition follow after a space. */
    private static final Pattern PUBLISHED = Pattern.compile("^TABLE (?:ONLY )?((?:\"[^\"]*\"|[^\\s(\"])+).*$", Pattern.DOTALL);

    private final Surroundings surroundings;
    private final WriteContext form;

    CreateEffects(Surroundings surroundings, WriteContext form) {
        this.surroundings = surroundings;
        this.form = form;
    }

    Effects of(DbObject object, List<DbObject> others) {
        ObjectId id = object.id();
        ObjectId table = id.parent();
        return switch (id.kind()) {
            case NAMESPACE, EXTENSION, COLLATION, ENUM, COMPOSITE, RANGE, BASE_TYPE, BASE_TYPE_DEFINITION, DOMAIN, SEQUENCE,
                    ROUTINE, AGGREGATE, OPERATOR,
                    OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING, LANGUAGE, ACCESS_METHOD,
                    CONVERSION, VIEW, MATERIALIZED_VIEW,
                    EVENT_TRIGGER, SUBSCRIPTION, DEFAULT_PRIVILEGES ->
                Effects.NONE;
            case PUBLICATION -> publication(((Publication) object).members());
            case DOMAIN_CONSTRAINT -> domainConstraint((DomainConstraint) object);
            case TABLE, FOREIGN_TABLE -> table(others);
            case COLUMN -> column((Column) object, others);
            case COLUMN_DEFAULT -> form.only() ? surroundings.lock(table.parent(), LockMode.ACCESS_EXCLUSIVE)
                    : surroundings.lockTree(table.parent(), LockMode.ACCESS_EXCLUSIVE);
            case SEQUENCE_OWNERSHIP -> ownership((SequenceOwnership) object);
            case INHERITANCE -> inheritance((Inheritance) object);
            case PARTITION -> partition((Partition) object);
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> key(table);
            case CHECK -> check((CheckConstraint) object);
            case FOREIGN_KEY -> foreignKey((ForeignKey) object);
            case INDEX -> index((Index) object);
            case INDEX_PARTITION -> indexPartition((IndexPartition) object);
            case STATISTICS -> surroundings.lock(((StatisticsObject) object).table(), LockMode.SHARE_UPDATE_EXCLUSIVE);
            case REPLICA_IDENTITY, RULE, POLICY -> surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE);
            case COLUMN_SETTINGS -> columnSettings((ColumnSettings) object);
            case CLUSTERING -> surroundings.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
            case TRIGGER, PARTITION_TRIGGER -> surroundings.lock(table, LockMode.SHARE_ROW_EXCLUSIVE);
            case EXTENSION_DEPENDENCE -> dependence(table);
            case OWNER -> owner(table);
            case GRANT -> grant(table);
            case COMMENT -> comment(table);
        };
    }

    private Effects columnSettings(ColumnSettings settings) {
        boolean stored = settings.storage().isPresent() || settings.compression().isPresent();
        return surroundings.lock(settings.id().parent(),
                stored ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    private Effects inheritance(Inheritance tie) {
        Effects effects = surroundings.lock(tie.id().parent(), LockMode.ACCESS_EXCLUSIVE)
                .and(surroundings.lock(tie.inherits(), LockMode.SHARE_UPDATE_EXCLUSIVE));
        return surroundings.haveNullsToPass(tie) ? effects.and(surroundings.scan(tie.id().parent())) : effects;
    }

    /** A new table locks only what its foreign keys point to. */
    private Effects table(List<DbObject> others) {
        Effects effects = Effects.NONE;
        for (DbObject other : others) {
            if (other instanceof ForeignKey key) {
                effects = effects.and(surroundings.lock(key.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE));
            } else if (other instanceof Inheritance tie) {
                effects = effects.and(surroundings.lock(tie.inherits(), LockMode.SHARE_UPDATE_EXCLUSIVE));
            }
        }
        return effects;
    }

    private Effects column(Column column, List<DbObject> others) {
        ObjectId table = column.id().parent();
        Effects effects = surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE);
        if (column.notNull() && !column.handsNotNullDown() && column.identity().isEmpty()) {
            // a NOT NULL that children do without is said behind the column
            effects = effects.and(surroundings.scan(table));
        }
        for (DbObject other : others) {
            if (other instanceof Column below && below.notNull() && !column.handsNotNullDown()) {
                // one that a child or partition has alone is said behind it, too
                effects = effects.and(surroundings.scan(below.id().parent()));
            }
        }
        boolean filledRowByRow = form.using().isPresent() || column.identity().isPresent()
                || column.generated().filter(Column.Generated::stored).isPresent()
                || surroundings.isConstrainedDomain(column.type())
                || others.stream().anyMatch(other -> other instanceof ColumnDefault value
                        && Volatility.isVolatile(value.expression()));
        return filledRowByRow && table.kind() == ObjectKind.TABLE ? effects.and(surroundings.rewriteTree(table)) : effects;
    }

    private Effects ownership(SequenceOwnership ownership) {
        Effects effects = surroundings.lock(ownership.id().parent(), LockMode.SHARE_ROW_EXCLUSIVE)
                .and(surroundings.lock(ownership.column().parent(), LockMode.ACCESS_SHARE));
        // a new sequence begins behind the numbers that are there
        return surroundings.before().contains(ownership.id().parent()) || !surroundings.before().contains(ownership.column())
                ? effects
                : effects.and(surroundings.numbersOf(ownership.column()));
    }

    /**
     * The rows of the new partition are looked at, and those of the DEFAULT one, which may not be in it, unless checks say so.
     */
    private Effects partition(Partition partition) {
        ObjectId table = partition.id().parent();
        Effects effects = surroundings.lock(partition.partitionOf(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                .and(surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE));
        Effects scans = surroundings.scanTree(table);
        ObjectId rest = surroundings.defaultPartition(partition.partitionOf()).orElse(null);
        if (rest != null && !rest.equals(table)) {
            effects = effects.and(surroundings.lock(rest, LockMode.ACCESS_EXCLUSIVE));
            scans = scans.and(surroundings.scanTree(rest));
        }
        return form.notValid() ? effects : effects.and(scans);
    }

    /** Nobody waits for the tables, only who changes one of the two indexes. */
    private Effects indexPartition(IndexPartition tie) {
        return surroundings.lock(index(tie.partitionOf()), LockMode.SHARE_UPDATE_EXCLUSIVE)
                .and(surroundings.lock(index(tie.id().parent()), LockMode.ACCESS_EXCLUSIVE));
    }

    /** The index of a key has the key's name. */
    private static ObjectId index(ObjectId indexOrKey) {
        return ObjectId.inSchema(ObjectKind.INDEX, indexOrKey.schema(), indexOrKey.name());
    }

    private Effects key(ObjectId table) {
        Effects effects = form.only() ? surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE)
                : surroundings.lockPartitions(table, LockMode.ACCESS_EXCLUSIVE);
        return form.usingIndex().isPresent() || form.only() ? effects : effects.and(surroundings.scanPartitions(table));
    }

    private Effects check(CheckConstraint check) {
        ObjectId table = check.id().parent();
        boolean looks = !form.notValid() && check.validated() && check.enforced();
        if (check.noInherit()) {
            // from 18 on the children are locked before it is found out that they do not get it
            Effects effects = surroundings.major() >= 18 ? surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE)
                    : surroundings.lock(table, LockMode.ACCESS_EXCLUSIVE);
            return looks ? effects.and(surroundings.scan(table)) : effects;
        }
        Effects effects = surroundings.lockTree(table, LockMode.ACCESS_EXCLUSIVE);
        return looks ? effects.and(surroundings.scanTree(table)) : effects;
    }

    private Effects foreignKey(ForeignKey key) {
        ObjectId table = key.id().parent();
        Effects effects = surroundings.lockPartitions(table, LockMode.SHARE_ROW_EXCLUSIVE)
                .and(surroundings.lockPartitions(key.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE));
        // the rows of a table that is new are none
        return form.notValid() || !key.validated() || !key.enforced() || surroundings.isBorn(table) ? effects
                : effects.and(surroundings.scanPartitions(table)).and(surroundings.scanPartitions(key.referencedTable()));
    }

    private Effects index(Index index) {
        LockMode mode = form.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
        if (form.only()) {
            return surroundings.lock(index.table(), mode);
        }
        Effects effects = surroundings.lockPartitions(index.table(), mode).and(surroundings.scanPartitions(index.table()));
        return form.concurrently() ? effects.notTransactional() : effects;
    }

    private Effects domainConstraint(DomainConstraint check) {
        return check.validated() && !form.notValid()
                ? AlterEffects.scanDomain(surroundings, check.id().parent(), LockMode.SHARE)
                : Effects.NONE;
    }

    /** Of relations alone: nobody waits for a routine. */
    private Effects dependence(ObjectId target) {
        return target.kind() == ObjectKind.TRIGGER || target.kind().isConstraint() || target.kind().isRelation()
                ? surroundings.lock(target, LockMode.ACCESS_EXCLUSIVE)
                : Effects.NONE;
    }

    private Effects owner(ObjectId target) {
        if (!isLocked(target)) {
            return Effects.NONE;
        }
        Effects effects = surroundings.lock(target, LockMode.ACCESS_EXCLUSIVE);
        for (ObjectId sequence : surroundings.sequencesOf(target)) {
            effects = effects.and(surroundings.lock(sequence, LockMode.ACCESS_EXCLUSIVE));
        }
        return effects;
    }

    /** A composite type has a row in {@code pg_class}, but nobody waits for it. */
    private static boolean isLocked(ObjectId target) {
        return target.kind().isRelation() && target.kind() != ObjectKind.COMPOSITE;
    }

    /** Each published table is locked so that its definition stays while it is added. */
    Effects publication(List<String> members) {
        Effects effects = Effects.NONE;
        for (String member : members) {
            String table = PUBLISHED.matcher(member).replaceFirst("$1");
            effects = effects.and(surroundings.table(table)
                    .map(id -> surroundings.lockTree(id, LockMode.SHARE_UPDATE_EXCLUSIVE)).orElse(Effects.NONE));
        }
        return effects;
    }

    private Effects grant(ObjectId target) {
        ObjectId relation = target.kind() == ObjectKind.COLUMN ? target.parent() : target;
        return surroundings.major() >= 18 && relation.kind().isRelation()
                ? surroundings.lock(relation, LockMode.ACCESS_SHARE)
                : Effects.NONE;
    }

    private Effects comment(ObjectId target) {
        if (isLocked(target)) {
            return surroundings.lock(target, LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        ObjectId parent = target.parent();
        if (parent == null || !isLocked(parent)) {
            return Effects.NONE;
        }
        return surroundings.lock(parent,
                target.kind() == ObjectKind.COLUMN ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_SHARE);
    }
}
