package io.quarkiverse.dibs.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.v1.DiffRequest;
import picocli.CommandLine.Option;

/** Which two sources are compared, and what is known about them. */
class SourceOptions {

    static final String ENTITIES = "entities";

    @Option(names = "--from", paramLabel = "SOURCE", defaultValue = "db", description = "entities, db, a postgresql:// URL or "
            + "file:PATH; db when not given")
    String from;

    @Option(names = "--to", paramLabel = "SOURCE", defaultValue = ENTITIES, description = "the same; entities when not given")
    String to;

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "treat these as renames: users.name=users.display_name")
    List<String> renames = new ArrayList<>();

    @Option(names = "--using", paramLabel = "COLUMN=EXPRESSION", description = "how values get a new type: "
            + "users.age=age::text::integer")
    List<String> using = new ArrayList<>();

    @Option(names = "--schema", paramLabel = "NAME", description = "compare only these schemas")
    List<String> schemas = new ArrayList<>();

    @Option(names = "--scratch-url", paramLabel = "URL", description = "a server on which SQL files may be tried out")
    String scratchUrl;

    @Option(names = "--online", paramLabel = "WHEN", defaultValue = "auto", description = "auto, always or never: take the forms "
            + "that keep nobody waiting, in several transactions; auto is on tables with rows")
    String online;

    boolean needsEntities() {
        return from.equals(ENTITIES) || to.equals(ENTITIES);
    }

    /** Whether the database is compared with what it is to become, which a migration can be made of. */
    boolean areUsual() {
        return from.equals("db") && to.equals(ENTITIES);
    }

    boolean needsDatabase() {
        return from.equals("db") || to.equals("db");
    }

    DiffRequest request(List<String> defaultSchemas) {
        DiffRequest.Builder request = DiffRequest.newBuilder().setFrom(absolute(from)).setTo(absolute(to))
                .addAllRenames(renames).addAllUsing(using).setOnline(online)
                .addAllSchemas(schemas.isEmpty() ? defaultSchemas : schemas);
        if (scratchUrl != null) {
            request.setScratchUrl(scratchUrl);
        }
        return request.build();
    }

    /** The db module has another working directory. */
    static String absolute(String source) {
        return source.startsWith("file:") ? "file:" + Path.of(source.substring("file:".length())).toAbsolutePath().normalize()
                : source;
    }
}
