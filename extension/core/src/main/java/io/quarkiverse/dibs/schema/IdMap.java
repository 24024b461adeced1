package io.quarkiverse.dibs.schema;

import java.util.List;
import java.util.Optional;

/** Says what an object is called after a rename; everything it does not know keeps its name. */
@FunctionalInterface
public interface IdMap {

    ObjectId map(ObjectId id);

    /** The names of {@code columns} of {@code relation} after the rename. */
    default List<String> columns(ObjectId relation, List<String> columns) {
        return columns.stream().map(column -> map(ObjectId.column(relation, column)).name()).toList();
    }

    default Optional<ObjectId> map(Optional<ObjectId> id) {
        return id.map(this::map);
    }
}
