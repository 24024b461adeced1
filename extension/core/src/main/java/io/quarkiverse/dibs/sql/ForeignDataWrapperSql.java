package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for foreign data wrappers. */
final class ForeignDataWrapperSql implements KindSql<ForeignDataWrapper> {

    @Override
    public List<String> create(ForeignDataWrapper wrapper, WriteContext context) {
        return List.of("CREATE " + ObjectNames.of(wrapper.id())
                + wrapper.handler().map(handler -> " HANDLER " + handler).orElse("")
                + wrapper.validator().map(validator -> " VALIDATOR " + validator).orElse("")
                + Literals.foreignOptions(wrapper.options()));
    }

    @Override
    public List<String> drop(ForeignDataWrapper wrapper, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(wrapper.id()));
    }

    @Override
    public List<String> rename(ForeignDataWrapper from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(ForeignDataWrapper from, ForeignDataWrapper to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id()) + " ";
        return switch (aspect) {
            case WRAPPER_HANDLER -> List.of(alter + to.handler().map(handler -> "HANDLER " + handler).orElse("NO HANDLER"));
            case WRAPPER_VALIDATOR ->
                List.of(alter + to.validator().map(validator -> "VALIDATOR " + validator).orElse("NO VALIDATOR"));
            case WRAPPER_OPTIONS -> List.of(alter + Literals.foreignOptionsChange(from.options(), to.options()));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }
}
