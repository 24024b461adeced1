package io.quarkiverse.dibs.postgres.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.dibs.postgres.catalog.Catalog.Address;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.ExtensionDependence;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * Turns the rows of {@code pg_depend} into edges between objects. What has no object of its own (a view's rule, a row type, an
 * array type, the sequence of an identity) stands for the object it is an internal part of, a member for its extension.
 */
final class Dependencies {

    private static final int DEEPEST_CHAIN = 8;

    private record Edge(Address dependent, Address referenced) {
    }

    private final Catalog catalog;
    private final Map<Address, Address> partOf = new HashMap<>();
    /** The functions of each base type. */
    private final Map<ObjectId, Set<ObjectId>> definedWith = new HashMap<>();

    Dependencies(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        List<Edge> edges = new ArrayList<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.DEPENDENCIES)) {
            Address dependent = new Address(row.getLong(0), row.getLong(1), row.getInteger(2));
            Address referenced = new Address(row.getLong(3), row.getLong(4), row.getInteger(5));
            switch (row.getString(6)) {
                case "e" -> partOf.put(dependent, referenced);
                case "x" -> goesWith(catalog.id(dependent), catalog.id(referenced));
                case "i" -> {
                    partOf.putIfAbsent(dependent, referenced);
                    edges.add(new Edge(dependent, referenced));
                }
                default -> edges.add(new Edge(dependent, referenced));
            }
        }
        edges.forEach(this::learnDefinition);
        edges.forEach(this::record);
    }

    /** {@code DEPENDS ON EXTENSION}: an object of its own, for it can come and go. */
    private void goesWith(ObjectId object, ObjectId extension) {
        if (object != null && extension != null) {
            catalog.schema.put(new ExtensionDependence(ExtensionDependence.idOf(object, extension.name())));
        }
    }

    /** What a base type needs is what it is defined with. */
    private void learnDefinition(Edge edge) {
        ObjectId type = edge.dependent().catalog() == Pg.TYPE ? catalog.id(edge.dependent()) : null;
        ObjectId function = type != null && type.kind() == ObjectKind.BASE_TYPE ? resolve(edge.referenced()) : null;
        if (function != null) {
            definedWith.computeIfAbsent(type, base -> new HashSet<>()).add(function);
        }
    }

    /** Only the functions that define a base type need no more of it than its name. */
    private void recordBaseType(ObjectId dependent, ObjectId type) {
        if (!definedWith.getOrDefault(type, Set.of()).contains(dependent) && definedWith.containsKey(type)) {
            catalog.schema.dependency(dependent, BaseTypeDefinition.idOf(type));
        }
        catalog.schema.dependency(dependent, type);
    }

    private void record(Edge edge) {
        ObjectId dependent = resolve(edge.dependent());
        ObjectId referenced = resolve(edge.referenced());
        if (dependent == null || referenced == null || dependent.isWithin(referenced) || referenced.isWithin(dependent)) {
            return;
        }
        boolean tieOfItsOwn = Catalog.isTable(dependent) && Catalog.isTable(referenced)
                || dependent.kind() == ObjectKind.SEQUENCE && referenced.kind() == ObjectKind.COLUMN
                || isKeyOrIndex(dependent) && isKeyOrIndex(referenced);
        // an extension's own ties are its schema, which it may bring, and the extensions that it requires
        if (!tieOfItsOwn && (dependent.kind() != ObjectKind.EXTENSION || referenced.kind() == ObjectKind.EXTENSION)) {
            if (referenced.kind() == ObjectKind.BASE_TYPE) {
                recordBaseType(dependent, referenced);
            } else {
                catalog.schema.dependency(
                        dependent.kind() == ObjectKind.BASE_TYPE ? BaseTypeDefinition.idOf(dependent) : dependent, referenced);
            }
        }
    }

    private static boolean isKeyOrIndex(ObjectId id) {
        return switch (id.kind()) {
            case INDEX, PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
            default -> false;
        };
    }

    private ObjectId resolve(Address address) {
        Address next = address;
        for (int depth = 0; next != null && depth < DEEPEST_CHAIN; depth++) {
            ObjectId id = catalog.id(next);
            if (id != null) {
                return columnOrView(id);
            }
            Address whole = new Address(next.catalog(), next.oid(), 0);
            next = partOf.getOrDefault(next, partOf.get(whole));
        }
        return null;
    }

    /** The columns of views and composite types are not objects; the view or type itself is. */
    private static ObjectId columnOrView(ObjectId id) {
        return id.kind() == ObjectKind.COLUMN && !Catalog.isTable(id.parent()) ? id.parent() : id;
    }
}
