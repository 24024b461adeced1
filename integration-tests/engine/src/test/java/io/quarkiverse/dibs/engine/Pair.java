package io.quarkiverse.dibs.engine;

/**
 * Two schemas as hand-written SQL.
 *
 * @param seed rows of the first; may be empty
 * @param seedTo rows of the second; may be empty
 */
record Pair(String name, String from, String to, String seed, String seedTo) {
}
