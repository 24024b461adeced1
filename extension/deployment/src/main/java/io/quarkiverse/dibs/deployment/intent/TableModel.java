package io.quarkiverse.dibs.deployment.intent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassInfo;

import io.quarkiverse.dibs.schema.ObjectId;

/**
 * A table and the class it comes from.
 *
 * @param key the columns of the primary key in order; empty when there is none
 * @param broken names of columns about which a mistake has been told, so that nobody reports them as missing too
 */
record TableModel(ClassInfo type, Place place, ObjectId id, List<ColumnModel> columns, List<String> key, Set<String> broken) {

    TableModel {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        broken = Set.copyOf(broken);
    }

    Optional<ColumnModel> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    boolean declares(String name) {
        return broken.contains(name) || column(name).isPresent();
    }
}
