package io.quarkiverse.dibs.sql;

import java.util.List;
import java.util.Set;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Routine;

/** SQL for functions, procedures and window functions: the text Postgres prints, as a creation or a replacement. */
final class RoutineSql implements KindSql<Routine> {

    /** Bodies may name what comes later, and each other; Postgres looks for it when they run. */
    private static final Set<String> LANGUAGES_WHOSE_BODIES_ARE_CHECKED = Set.of("sql", "plpgsql");

    @Override
    public List<String> create(Routine routine, WriteContext context) {
        return withUncheckedBody(routine, Texts.create(routine.definition()));
    }

    @Override
    public List<String> drop(Routine routine, WriteContext context) {
        return List.of((routine.procedure() ? "DROP PROCEDURE " : "DROP FUNCTION ") + ObjectNames.name(routine.id()));
    }

    @Override
    public List<String> rename(Routine from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Routine from, Routine to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.ROUTINE_DEFINITION ? withUncheckedBody(to, Texts.createOrReplace(to.definition()))
                : KindSql.cannotAlter(from, aspect);
    }

    private static List<String> withUncheckedBody(Routine routine, String statement) {
        return LANGUAGES_WHOSE_BODIES_ARE_CHECKED.contains(routine.language())
                ? List.of(DdlWriter.UNCHECKED_BODIES, statement)
                : List.of(statement);
    }
}
