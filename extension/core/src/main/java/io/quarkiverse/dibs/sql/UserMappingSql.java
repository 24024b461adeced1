package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.UserMapping;

/** SQL for user mappings. */
final class UserMappingSql implements KindSql<UserMapping> {

    @Override
    public List<String> create(UserMapping mapping, WriteContext context) {
        return List.of("CREATE " + name(mapping) + Literals.foreignOptions(mapping.options()));
    }

    @Override
    public List<String> drop(UserMapping mapping, WriteContext context) {
        return List.of("DROP " + name(mapping));
    }

    @Override
    public List<String> rename(UserMapping from, ObjectId to, WriteContext context) {
        return KindSql.cannotRename(from);
    }

    @Override
    public List<String> alter(UserMapping from, UserMapping to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.USER_MAPPING_OPTIONS
                ? List.of("ALTER " + name(to) + " " + Literals.foreignOptionsChange(from.options(), to.options()))
                : KindSql.cannotAlter(from, aspect);
    }

    private static String name(UserMapping mapping) {
        return "USER MAPPING FOR " + Identifiers.role(mapping.id().name()) + " SERVER "
                + Identifiers.quote(mapping.id().parent().name());
    }
}
