package io.quarkiverse.dibs.cli.command;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** The options that every command takes. */
class GlobalOptions {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "show this help and exit")
    boolean help;

    @Option(names = "--database-url", paramLabel = "URL", description = "the database, as postgresql://user@host:port/name; "
            + "a password is better put into DATABASE_URL, where nobody else sees it")
    String databaseUrl;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TEXT", description = "text or json; for diff also sql and "
            + "markdown")
    OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--show-detail", description = "show Postgres' error details, which may hold row data")
    boolean showDetail;

    @Option(names = "--production", description = "never use the embedded dev database")
    boolean production;

    @Option(names = "--embedded", description = "use the embedded dev database, whatever else is configured")
    boolean embedded;

    @Option(names = { "-C", "--directory" }, paramLabel = "DIR", description = "where to look for dibs.toml (and above it)")
    Path directory = Path.of("");

    @Option(names = { "-q", "--quiet" }, description = "show results and what is wrong, and nothing else")
    boolean quiet;

    @Option(names = "--verbose", description = "show which database is used and why, what the db module says, and stack traces")
    boolean verbose;
}
