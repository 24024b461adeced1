package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for extensions. */
final class ExtensionSql implements KindSql<Extension> {

    @Override
    public List<String> create(Extension extension, WriteContext context) {
        return List.of("CREATE EXTENSION " + name(extension) + " WITH SCHEMA " + Identifiers.quote(extension.schema())
                + (extension.version().isEmpty() ? "" : " VERSION " + Literals.string(extension.version())));
    }

    @Override
    public List<String> drop(Extension extension, WriteContext context) {
        return List.of("DROP EXTENSION " + name(extension));
    }

    @Override
    public List<String> rename(Extension from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(Extension from, Extension to, Aspect aspect, WriteContext context) {
        return switch (aspect) {
            case EXTENSION_VERSION ->
                List.of("ALTER EXTENSION " + name(to) + " UPDATE TO " + Literals.string(to.version()));
            case EXTENSION_SCHEMA ->
                List.of("ALTER EXTENSION " + name(to) + " SET SCHEMA " + Identifiers.quote(to.schema()));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    private static String name(Extension extension) {
        return Identifiers.quote(extension.id().name());
    }
}
