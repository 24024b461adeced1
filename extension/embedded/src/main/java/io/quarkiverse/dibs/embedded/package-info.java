/**
 * A Postgres server without a container or an installation, for tests, Dev Services and the workspace's dev database; never
 * part
 * of a production artifact. {@link io.quarkiverse.dibs.embedded.SharedTestServer} is one per JVM for tests,
 * {@link io.quarkiverse.dibs.embedded.EmbeddedPostgres#builder()} starts one of its own, temporary or persistent, and
 * {@link io.quarkiverse.dibs.embedded.PostgresBinaries} finds the programs.
 */
package io.quarkiverse.dibs.embedded;
