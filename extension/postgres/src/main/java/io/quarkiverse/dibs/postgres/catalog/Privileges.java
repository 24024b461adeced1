package io.quarkiverse.dibs.postgres.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Owner;

/** Decodes owners, grants and default privileges: only what differs from what Postgres gives by itself. */
final class Privileges {

    private final Catalog catalog;

    Privileges(Catalog catalog) {
        this.catalog = catalog;
    }

    void decode() {
        for (CatalogRow row : catalog.rows(CatalogQuery.OWNERS)) {
            ObjectId target = catalog.id(row.getLong("catalog"), row.getLong("oid"));
            if (target != null && !target.kind().isConstraint()) {
                catalog.schema.put(new Owner(Owner.idOf(target), row.getString("role")));
            }
        }
        Map<Catalog.Address, Part> parts = parts();
        Map<ObjectId, ObjectId> extensions = new HashMap<>();
        Map<ObjectId, Difference> differences = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.PRIVILEGES)) {
            Catalog.Address address = new Catalog.Address(row.getLong("catalog"), row.getLong("oid"),
                    row.getInteger("subid"));
            ObjectId target = catalog.target(address);
            if (target == null && parts.containsKey(address)) {
                target = parts.get(address).id();
                extensions.put(target, parts.get(address).extension());
            }
            if (target != null && row.getString("grantee") != null && row.getString("grantor") != null) {
                differences.computeIfAbsent(Grant.idOf(target, row.getString("grantee"), row.getString("grantor")),
                        id -> new Difference()).take(row);
            }
        }
        differences.forEach((id, difference) -> {
            if (difference.exists()) {
                catalog.schema.put(new Grant(id, difference.granted(), difference.revoked()));
                catalog.attach(id);
                if (extensions.containsKey(id.parent())) {
                    catalog.schema.dependency(id, extensions.get(id.parent()));
                }
            }
        });
        defaults();
    }

    /** Part of an extension: no object, but something that can be granted. */
    private record Part(ObjectId id, ObjectId extension) {
    }

    private Map<Catalog.Address, Part> parts() {
        Map<Catalog.Address, Part> parts = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.EXTENSION_PARTS)) {
            ObjectKind kind = ObjectKind.valueOf(row.getString("kind"));
            String schema = row.getString("schema");
            ObjectId id = schema.isEmpty() ? ObjectId.global(kind, row.getString("name"))
                    : ObjectId.overloaded(kind, schema, row.getString("name"), row.getString("arguments"));
            parts.put(new Catalog.Address(row.getLong("catalog"), row.getLong("oid"), 0),
                    new Part(id, ObjectId.global(ObjectKind.EXTENSION, row.getString("extension"))));
        }
        return parts;
    }

    private void defaults() {
        Map<ObjectId, Difference> differences = new HashMap<>();
        Map<ObjectId, CatalogRow> rows = new HashMap<>();
        for (CatalogRow row : catalog.rows(CatalogQuery.DEFAULT_PRIVILEGES)) {
            String schema = row.getString("in_schema");
            ObjectId id = ObjectId.global(ObjectKind.DEFAULT_PRIVILEGES, "for role " + row.getString("role")
                    + (schema.isEmpty() ? "" : " in schema " + schema) + " on " + row.getString("object_type") + " to "
                    + row.getString("grantee"));
            if (schema.isEmpty() || catalog.schema.contains(ObjectId.namespace(schema))) {
                differences.computeIfAbsent(id, key -> new Difference()).take(row);
                rows.put(id, row);
            }
        }
        differences.forEach((id, difference) -> {
            if (difference.exists()) {
                CatalogRow row = rows.get(id);
                catalog.schema.add(new DefaultPrivileges(id, row.getString("role"), row.getString("in_schema"),
                        row.getString("object_type"), row.getString("grantee"), difference.granted(),
                        difference.revoked()));
            }
        });
    }

    /** What one grantee has on one object against what it would have by default. */
    private static final class Difference {
        private final SortedMap<String, Boolean> actual = new TreeMap<>();
        private final SortedSet<String> byDefault = new TreeSet<>();
        private boolean toOwner;

        void take(CatalogRow row) {
            toOwner |= row.getBoolean("to_owner");
            if (row.getBoolean("is_default")) {
                byDefault.add(row.getString("privilege"));
            } else {
                actual.merge(row.getString("privilege"), row.getBoolean("grantable"), Boolean::logicalOr);
            }
        }

        /** An owner can grant itself what it likes, so only what it lacks is told. */
        SortedMap<String, Boolean> granted() {
            SortedMap<String, Boolean> granted = new TreeMap<>();
            actual.forEach((privilege, grantable) -> {
                if (!toOwner && (grantable || !byDefault.contains(privilege))) {
                    granted.put(privilege, grantable);
                }
            });
            return granted;
        }

        SortedSet<String> revoked() {
            SortedSet<String> revoked = new TreeSet<>(byDefault);
            revoked.removeAll(actual.keySet());
            return revoked;
        }

        boolean exists() {
            return !granted().isEmpty() || !revoked().isEmpty();
        }
    }
}
