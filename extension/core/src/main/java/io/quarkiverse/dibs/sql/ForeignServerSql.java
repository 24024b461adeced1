package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for foreign servers. */
final class ForeignServerSql implements KindSql<ForeignServer> {

    @Override
    public List<String> create(ForeignServer server, WriteContext context) {
        return List.of("CREATE " + ObjectNames.of(server.id())
                + server.type().map(type -> " TYPE " + Literals.string(type)).orElse("")
                + server.version().map(version -> " VERSION " + Literals.string(version)).orElse("")
                + " FOREIGN DATA WRAPPER " + Identifiers.quote(server.wrapper()) + Literals.foreignOptions(server.options()));
    }

    @Override
    public List<String> drop(ForeignServer server, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(server.id()));
    }

    @Override
    public List<String> rename(ForeignServer from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(ForeignServer from, ForeignServer to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id()) + " ";
        return switch (aspect) {
            case SERVER_VERSION ->
                List.of(alter + "VERSION " + to.version().map(Literals::string).orElse("NULL"));
            case SERVER_OPTIONS -> List.of(alter + Literals.foreignOptionsChange(from.options(), to.options()));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }
}
