package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Conversion;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for conversions between encodings. */
final class ConversionSql implements KindSql<Conversion> {

    @Override
    public List<String> create(Conversion conversion, WriteContext context) {
        return List.of("CREATE " + (conversion.isDefault() ? "DEFAULT " : "") + ObjectNames.of(conversion.id()) + " FOR "
                + Literals.string(conversion.source()) + " TO " + Literals.string(conversion.target()) + " FROM "
                + conversion.function());
    }

    @Override
    public List<String> drop(Conversion conversion, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(conversion.id()));
    }

    @Override
    public List<String> rename(Conversion from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Conversion from, Conversion to, Aspect aspect, WriteContext context) {
        return KindSql.cannotAlter(from, aspect);
    }
}
