package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for procedural languages. */
final class LanguageSql implements KindSql<Language> {

    @Override
    public List<String> create(Language language, WriteContext context) {
        return List.of("CREATE " + definition(language));
    }

    @Override
    public List<String> drop(Language language, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(language.id()));
    }

    @Override
    public List<String> rename(Language from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Language from, Language to, Aspect aspect, WriteContext context) {
        return aspect == Aspect.LANGUAGE_DEFINITION ? List.of("CREATE OR REPLACE " + definition(to))
                : KindSql.cannotAlter(from, aspect);
    }

    private static String definition(Language language) {
        return (language.trusted() ? "TRUSTED " : "") + ObjectNames.of(language.id()) + " HANDLER " + language.handler()
                + language.inline().map(function -> " INLINE " + function).orElse("")
                + language.validator().map(function -> " VALIDATOR " + function).orElse("");
    }
}
