package io.quarkiverse.dibs.runtime.command;

import java.util.List;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.runtime.DatabaseUrl;
import io.quarkiverse.dibs.runtime.service.Module;
import picocli.CommandLine.ParseResult;

/** One run of one command: what was typed, the module, and where to write. */
record Invocation(ParseResult typed, Module module, Console console) {

    OperationContext context() {
        String url = databaseUrl();
        if (url != null && DatabaseUrl.holdsPassword(url)) {
            console.say("warning: others on this machine can see the password in --database-url; DATABASE_URL hides it");
        }
        return module.context().apply(url);
    }

    /** What the command line says about the database, or null. */
    String databaseUrl() {
        return text("--database-url");
    }

    boolean flag(String option) {
        return typed.hasMatchedOption(option);
    }

    /** The option's value, or null. */
    String text(String option) {
        return typed.matchedOptionValue(option, null);
    }

    String text(String option, String otherwise) {
        return typed.matchedOptionValue(option, otherwise);
    }

    List<String> texts(String option) {
        return typed.matchedOptionValue(option, List.of());
    }

    boolean json() {
        return text("--format", "text").equals("json");
    }

    /** @throws DibsException {@code DIBS-0703} when the command has no such format */
    void allowFormats(String... formats) {
        String format = text("--format", "text");
        if (!List.of(formats).contains(format)) {
            throw new DibsException(Problem.of("DIBS-0703", Category.USAGE, "there is no format " + format + " of it")
                    .remedy("Use one of " + String.join(", ", formats) + "."));
        }
    }
}
