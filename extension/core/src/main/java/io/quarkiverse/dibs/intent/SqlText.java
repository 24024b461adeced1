package io.quarkiverse.dibs.intent;

/**
 * An SQL file beside the entities: what they cannot say, such as views, functions, policies and extensions.
 *
 * @param name the path by which people know it, from the module's root
 */
public record SqlText(String name, String text) {
}
