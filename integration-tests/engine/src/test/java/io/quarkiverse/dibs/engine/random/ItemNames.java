package io.quarkiverse.dibs.engine.random;

/** Names out of few, so that one side often has under a name what the other has not. */
final class ItemNames {

    private static final String[] SCHEMAS = { "s1", "s1", "s2" };
    private static final String[] LOCAL = { "alpha", "beta", "gamma", "delta", "eta", "theta", "iota", "kappa", "lambda", "mu",
            "nu", "xi", "omicron", "pi", "rho" };

    private ItemNames() {
    }

    /** A qualified name that neither side has yet, or now and then one that only {@code other} has. */
    static String qualified(Draw draw, Items own, Items other) {
        while (true) {
            String name = draw.oneOf(SCHEMAS) + "." + draw.oneOf(LOCAL) + (draw.chance(30) ? draw.between(1, 9) : "");
            if (!own.has(name) && (other == null || !other.has(name) || draw.chance(50))) {
                return name;
            }
        }
    }

    static String part(Draw draw, String prefix) {
        return prefix + draw.between(1, 6);
    }

    static String schema(String qualified) {
        return qualified.substring(0, qualified.indexOf('.'));
    }

    static String local(String qualified) {
        return qualified.substring(qualified.indexOf('.') + 1);
    }

    /** Whether the table has rows: on both sides the same, whatever it is there. */
    static boolean hasRows(String table) {
        return Math.floorMod(table.hashCode(), 2) == 0;
    }
}
