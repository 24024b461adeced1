package io.quarkiverse.dibs.engine.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.dibs.engine.random.Item.Kind;

/** Enums, domains, composites and ranges, and the choice of a type for whatever has one. */
final class TypeItems {

    private final Draw draw;
    private final Items items;

    TypeItems(Draw draw, Items items) {
        this.draw = draw;
        this.items = items;
    }

    /** A type as it is written, with the keys of what it needs. */
    record Typed(String sql, Set<String> needs) {
    }

    /** @param except what may not be needed, because it needs what asks */
    Typed any(String except) {
        List<Item> own = items.all().stream().filter(item -> item.isType() && (except == null || !items.reaches(item, except)))
                .toList();
        if (own.isEmpty() || draw.chance(60)) {
            return new Typed(draw.oneOf(Scalars.NAMES), Set.of());
        }
        Item type = draw.oneOf(own);
        return new Typed(type.name() + (draw.chance(20) ? "[]" : ""), Set.of(type.key()));
    }

    Item make(Kind kind, String key) {
        return switch (kind) {
            case ENUM -> enumeration(key);
            case DOMAIN -> domain(key);
            case COMPOSITE -> composite(key);
            default -> range(key);
        };
    }

    private Item enumeration(String key) {
        List<String> labels = new ArrayList<>(draw.some(List.of("red", "green", "blue", "grey", "it''s"), draw.between(1, 4)));
        labels.add(draw.between(0, labels.size()), "first");
        return Item.alone(key, Kind.ENUM, "", List.of(), Set.of(),
                "CREATE TYPE " + key + " AS ENUM ('" + String.join("', '", labels) + "')");
    }

    private Item domain(String key) {
        Item present = items.find(key);
        Typed base = present == null ? any(key) : new Typed(present.type(), baseNeeds(present));
        Set<String> needs = new TreeSet<>(base.needs());
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + key + " AS " + base.sql()
                + new TextItems(draw, items).collated(base.sql(), needs));
        if (Scalars.isKnown(base.sql()) && draw.chance(40)) {
            sql.append(" DEFAULT ").append(Scalars.literal(base.sql()));
        }
        if (draw.chance(50)) {
            sql.append(" CONSTRAINT con1 CHECK (").append(draw.oneOf("VALUE IS NOT NULL OR true", "VALUE::text <> 'x'",
                    "(VALUE)::text IS DISTINCT FROM 'y'")).append(')');
        }
        if (draw.chance(25)) {
            List<Item> tests = items.all(Kind.ROUTINE).stream().filter(RoutineItems::isTest)
                    .filter(test -> test.columns().equals(List.of(base.sql())) && !items.reaches(test, key)).toList();
            if (!tests.isEmpty()) {
                Item test = draw.oneOf(tests);
                sql.append(" CONSTRAINT con2 CHECK (").append(test.name()).append("(VALUE))");
                needs.add(test.key());
            }
        }
        return Item.alone(key, Kind.DOMAIN, base.sql(), List.of(), needs, sql.toString());
    }

    private Set<String> baseNeeds(Item domain) {
        Set<String> needs = new LinkedHashSet<>();
        domain.needs().stream().filter(need -> domain.type().startsWith(need)).forEach(needs::add);
        return needs;
    }

    private Item composite(String key) {
        // arrays of it are not taken apart: what is in them stays as it is
        boolean inArrays = items.usersOf(key).stream()
                .anyMatch(user -> (user.kind() == Kind.COLUMN ? user.type() : user.sql()).contains(key + "[]"));
        Item present = items.find(key);
        if (inArrays && present != null) {
            return present;
        }
        Set<String> needs = new TreeSet<>();
        List<String> attributes = new ArrayList<>();
        for (int i = draw.between(1, 4); i > 0; i--) {
            Typed type = any(key);
            needs.addAll(type.needs());
            attributes.add("a" + i + " " + type.sql() + new TextItems(draw, items).collated(type.sql(), needs));
        }
        // with the number that every table has, for those that are of such a type
        if (present == null ? draw.chance(40) : isRow(present)) {
            attributes.add(draw.between(0, attributes.size()), "k integer");
        }
        return Item.alone(key, Kind.COMPOSITE, "", List.of(), needs,
                "CREATE TYPE " + key + " AS (" + String.join(", ", attributes) + ")");
    }

    static boolean isRow(Item composite) {
        return composite.sql().contains("k integer");
    }

    private Item range(String key) {
        return Item.alone(key, Kind.RANGE, "", List.of(), Set.of(), "CREATE TYPE " + key + " AS RANGE (SUBTYPE = "
                + draw.oneOf("bigint", "date", "text", "numeric") + ", MULTIRANGE_TYPE_NAME = "
                + ItemNames.schema(key) + ".multi_" + ItemNames.local(key) + ")");
    }
}
