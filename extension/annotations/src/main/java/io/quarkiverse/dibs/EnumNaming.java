package io.quarkiverse.dibs;

/** How the label of a constant is made from its name. */
public enum EnumNaming {
    /** The name as it is: {@code IN_TRANSIT}. */
    CONSTANT_NAME,
    /** In lower case: {@code in_transit}. */
    LOWER_CASE
}
