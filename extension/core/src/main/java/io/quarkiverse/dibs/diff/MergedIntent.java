package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Table;

/**
 * Entities and SQL files as one wanted schema, from what a server made of both together.
 *
 * @param schema everything that is wanted
 * @param saidByFiles what only the files say, which is therefore not left as the database has it
 * @param redefined what entities define and a file defines otherwise
 */
public record MergedIntent(Schema schema, Set<ObjectId> saidByFiles, List<ObjectId> redefined) {

    /** What a file may say about a column of an entity, because an entity cannot. */
    private static final Set<Aspect> BEYOND_ENTITIES = Set.of(Aspect.COLUMN_STATISTICS, Aspect.COLUMN_OPTIONS,
            Aspect.COLUMN_STORAGE, Aspect.COLUMN_COMPRESSION);

    /**
     * @param entities what the entities say, in the server's own form
     * @param loaded what a server has after both were loaded into an empty database
     */
    public static MergedIntent of(Schema entities, Schema loaded) {
        Schema.Builder wanted = loaded.toBuilder();
        Set<ObjectId> said = new TreeSet<>(loaded.ids());
        said.removeAll(entities.ids());
        Set<ObjectId> redefined = new TreeSet<>();
        for (DbObject entity : entities.objects()) {
            DbObject present = loaded.find(entity.id()).orElse(null);
            if (present == null) {
                redefined.add(entity.id());
            } else if (present instanceof Table || isTuned(entity, present)) {
                // how a table is kept is for files to say; where they do not, the database's own way stays
                if (!present.equals(entity)) {
                    said.add(entity.id());
                }
            } else {
                wanted.put(entity);
                if (!(Comparison.compare(present, entity) instanceof Difference.Same)) {
                    redefined.add(entity.id());
                }
            }
        }
        said.stream().filter(id -> id.kind() == ObjectKind.COLUMN && entities.contains(id.parent())).forEach(redefined::add);
        return new MergedIntent(wanted.build(), Set.copyOf(said), List.copyOf(redefined));
    }

    private static boolean isTuned(DbObject entity, DbObject present) {
        return entity instanceof Column && Comparison.compare(entity, present) instanceof Difference.Altered altered
                && altered.alterations().stream().map(Alteration::aspect).allMatch(BEYOND_ENTITIES::contains);
    }
}
