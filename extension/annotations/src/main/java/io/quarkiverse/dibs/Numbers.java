package io.quarkiverse.dibs;

import java.math.BigDecimal;

/** Exact conversion between number types; what a value cannot be turned into without loss is left as it is or refused. */
final class Numbers {

    private Numbers() {
    }

    static Object convert(Number value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof Float && type == Double.class) {
            return value.doubleValue();
        }
        if (value instanceof Float || value instanceof Double || type == Float.class || type == Double.class) {
            return value;
        }
        BigDecimal exact = new BigDecimal(value.toString());
        if (type == Short.class) {
            return exact.shortValueExact();
        }
        if (type == Integer.class) {
            return exact.intValueExact();
        }
        if (type == Long.class) {
            return exact.longValueExact();
        }
        return type == BigDecimal.class ? exact : value;
    }
}
