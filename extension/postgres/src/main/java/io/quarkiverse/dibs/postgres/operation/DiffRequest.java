package io.quarkiverse.dibs.postgres.operation;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.online.Online;

/**
 * What to compare. A source is {@code entities}, {@code db}, a {@code postgresql://} URL or {@code file:PATH}.
 *
 * @param renames each {@code former=present}, for example {@code users.name=users.display_name}
 * @param schemas only these schemas of databases and files; empty means what the context says
 * @param using how values get a new type, each {@code column=expression}, for example {@code users.age=age::text::integer}
 * @param scratchUrl where files are loaded; otherwise the server of the other side
 */
public record DiffRequest(String from, String to, List<String> renames, List<String> using, List<String> schemas,
        Optional<String> scratchUrl, Online online) {

    public static final String DATABASE = "db";
    public static final String ENTITIES = "entities";

    /** @throws DibsException DIBS-0305 when one of the two is not a source */
    public DiffRequest {
        from = from == null || from.isBlank() ? DATABASE : from.strip();
        to = to == null || to.isBlank() ? ENTITIES : to.strip();
        SourceName.check(from);
        SourceName.check(to);
        renames = List.copyOf(renames);
        using = List.copyOf(using);
        schemas = List.copyOf(schemas);
    }

    /** Changes in their plain form. */
    public DiffRequest(String from, String to, List<String> renames, List<String> schemas, Optional<String> scratchUrl) {
        this(from, to, renames, List.of(), schemas, scratchUrl, Online.NEVER);
    }

    /**
     * @param written {@code auto}, {@code always} or {@code never}; nothing stands for auto
     * @throws DibsException DIBS-0309 for another word
     */
    public DiffRequest withOnline(String written) {
        Online chosen = written == null || written.isBlank() ? Online.AUTO
                : Online.of(written).orElseThrow(() -> new DibsException(Problem.of("DIBS-0309", Category.USAGE,
                        "\"" + written + "\" says nothing about online changes").remedy("Say auto, always or never.")));
        return new DiffRequest(from, to, renames, using, schemas, scratchUrl, chosen);
    }

    /** From the database to the entities. */
    public static DiffRequest standard() {
        return new DiffRequest(DATABASE, ENTITIES, List.of(), List.of(), Optional.empty());
    }

    public DiffRequest withRenames(List<String> newRenames) {
        return new DiffRequest(from, to, newRenames, using, schemas, scratchUrl, online);
    }

    public DiffRequest withUsing(List<String> newUsing) {
        return new DiffRequest(from, to, renames, newUsing, schemas, scratchUrl, online);
    }
}
