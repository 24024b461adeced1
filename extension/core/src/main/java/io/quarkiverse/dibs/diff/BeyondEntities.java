package io.quarkiverse.dibs.diff;

import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/**
 * What entities cannot say of what they define: how a table is kept, storage parameters of its indexes, comments on its
 * constraints. It is taken over from the database, where no file says otherwise, so that nothing of it is undone.
 */
final class BeyondEntities {

    /** What an entity's {@code @Comment} can be about is gone when it is not said. */
    private static final Set<ObjectKind> UNCOMMENTED = EnumSet.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.CHECK,
            ObjectKind.FOREIGN_KEY, ObjectKind.INDEX, ObjectKind.TRIGGER, ObjectKind.ROUTINE);

    private BeyondEntities() {
    }

    /** @param saidInFull what files say, whose properties are all meant as they are said */
    static Schema takenOver(Schema from, Schema to, Set<ObjectId> saidInFull) {
        Schema.Builder wanted = to.toBuilder();
        for (DbObject object : to.objects()) {
            if (!saidInFull.contains(object.id())) {
                from.find(object.id()).ifPresent(present -> wanted.put(with(object, present, to)));
            }
        }
        from.all(Comment.class).filter(comment -> UNCOMMENTED.contains(comment.id().parent().kind())
                && to.contains(comment.id().parent()) && !to.contains(comment.id())
                && !saidInFull.contains(comment.id().parent())).forEach(wanted::put);
        return wanted.build();
    }

    private static DbObject with(DbObject wanted, DbObject present, Schema to) {
        if (wanted instanceof Table && present instanceof Table table) {
            return new Table(wanted.id(), table.persistence(), table.partitionKey(), table.accessMethod(), table.tablespace(),
                    table.storageParameters(), table.rowSecurity(), table.forceRowSecurity(), table.ofType());
        } else if (wanted instanceof Column column && present instanceof Column other) {
            return column(column, other);
        } else if (wanted instanceof PrimaryKey key && present instanceof PrimaryKey other) {
            boolean same = key.columns().equals(other.columns()) && key.include().isEmpty()
                    && other.include().stream().allMatch(name -> to.contains(ObjectId.column(key.id().parent(), name)));
            return new PrimaryKey(key.id(), key.columns(), same ? other.include() : key.include(), key.deferrability(),
                    same ? other.withoutOverlaps() : key.withoutOverlaps(),
                    parameters(key.storageParameters(), other.storageParameters()), key.tablespace().or(other::tablespace));
        } else if (wanted instanceof UniqueConstraint key && present instanceof UniqueConstraint other) {
            return new UniqueConstraint(key.id(), key.columns(), key.include(), key.nullsNotDistinct(), key.deferrability(),
                    key.columns().equals(other.columns()) ? other.withoutOverlaps() : key.withoutOverlaps(),
                    parameters(key.storageParameters(), other.storageParameters()), key.tablespace().or(other::tablespace));
        } else if (wanted instanceof Index index && present instanceof Index other && index.method().equals(other.method())) {
            return new Index(index.id(), index.table(), index.method(), index.unique(), index.nullsNotDistinct(), index.keys(),
                    index.include(), index.predicate(), parameters(index.storageParameters(), other.storageParameters()),
                    index.tablespace().or(other::tablespace), index.valid());
        } else if (wanted instanceof CheckConstraint check && present instanceof CheckConstraint other) {
            return new CheckConstraint(check.id(), check.expression(), other.noInherit(), check.validated(), check.enforced());
        }
        return wanted;
    }

    private static Column column(Column column, Column present) {
        return new Column(column.id(), column.position(), column.type(), column.collation(), column.notNull(),
                column.identity(), column.generated(), column.storage().or(present::storage),
                column.compression().or(present::compression),
                column.statisticsTarget().isPresent() ? column.statisticsTarget() : present.statisticsTarget(),
                present.options(), present.foreignOptions(), present.inherited(),
                // what an entity says holds for all rows
                present.notNullConstraint().map(constraint -> constraint.withValidated(true)));
    }

    private static SortedMap<String, String> parameters(SortedMap<String, String> wanted, SortedMap<String, String> present) {
        return wanted.isEmpty() ? present : wanted;
    }
}
