package io.quarkiverse.dibs.cli.command;

/** How a result is written. */
enum OutputFormat {
    TEXT,
    JSON,
    SQL,
    MARKDOWN
}
