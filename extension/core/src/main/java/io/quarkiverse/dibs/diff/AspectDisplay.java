package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.Table;

/** What an alteration does, in a few words: {@code type text -> varchar(20)}. */
final class AspectDisplay {

    private AspectDisplay() {
    }

    static String of(Alteration alteration) {
        Aspect aspect = alteration.aspect();
        String label = aspect.label();
        DbObject from = alteration.from();
        DbObject to = alteration.to();
        if (from instanceof Column a && to instanceof Column b) {
            return column(a, b, aspect);
        } else if (from instanceof Table a && to instanceof Table b) {
            return table(a, b, aspect);
        } else if (from instanceof EnumType a && to instanceof EnumType b) {
            if (aspect == Aspect.ENUM_LABEL_NAMES) {
                return IntStream.range(0, a.labels().size()).filter(i -> !a.labels().get(i).equals(b.labels().get(i)))
                        .mapToObj(i -> a.labels().get(i) + " -> " + b.labels().get(i)).collect(Collectors.joining(", "));
            }
            return "+ " + String.join(", ", b.labels().stream().filter(value -> !a.labels().contains(value)).toList());
        } else if (from instanceof DomainType a && to instanceof DomainType b) {
            return aspect == Aspect.DOMAIN_NOT_NULL ? nullability(b.notNull())
                    : label + " " + a.defaultValue().map(Expression::sql).orElse("none") + " -> "
                            + b.defaultValue().map(Expression::sql).orElse("none");
        } else if (from instanceof ColumnDefault a && to instanceof ColumnDefault b) {
            return a.expression() + " -> " + b.expression();
        } else if (from instanceof SequenceOwnership a && to instanceof SequenceOwnership b) {
            return a.column().display() + " -> " + b.column().display();
        } else if (from instanceof Comment a && to instanceof Comment b) {
            return "'" + a.text() + "' -> '" + b.text() + "'";
        } else if (from instanceof Owner a && to instanceof Owner b) {
            return a.role() + " -> " + b.role();
        } else if (from instanceof Grant a && to instanceof Grant b) {
            return Description.privileges(a.privileges(), a.revokedDefaults()) + " -> "
                    + Description.privileges(b.privileges(), b.revokedDefaults());
        } else if (from instanceof Sequence a && to instanceof Sequence b && aspect == Aspect.SEQUENCE_OPTIONS) {
            return sequence(a.options(), b.options());
        } else if (from instanceof ForeignKey && to instanceof ForeignKey b
                && aspect == Aspect.FOREIGN_KEY_DEFERRABILITY) {
            String words = Description.deferrability(b.deferrability()).strip();
            return words.isEmpty() ? "not deferrable" : words;
        } else if (from instanceof Extension a && to instanceof Extension b) {
            return label + " " + (aspect == Aspect.EXTENSION_VERSION ? a.version() + " -> " + b.version()
                    : a.schema() + " -> " + b.schema());
        }
        return label;
    }

    private static String column(Column from, Column to, Aspect aspect) {
        String label = aspect.label() + " ";
        return switch (aspect) {
            case COLUMN_TYPE -> label + type(from) + " -> " + type(to);
            case COLUMN_NOT_NULL -> nullability(to.notNull()) + to.notNullConstraint().map(Description::notNull).orElse("");
            case COLUMN_NOT_NULL_INHERITED ->
                to.handsNotNullDown() ? "not null inherited by child tables" : "not null no inherit";
            case COLUMN_NOT_NULL_VALIDATED -> to.hasNoNulls() ? "not null validated" : "not null not valid";
            case COLUMN_NOT_NULL_NAME -> label + notNullName(from) + " -> " + notNullName(to);
            case COLUMN_IDENTITY ->
                to.identity().map(Description::identity).orElse("no longer an identity");
            case COLUMN_GENERATED -> to.generated().map(Description::generated).orElse("no longer generated");
            case COLUMN_STORAGE -> label + arrow(from.storage(), to.storage());
            case COLUMN_COMPRESSION -> label + arrow(from.compression(), to.compression());
            case COLUMN_STATISTICS -> label + target(from.statisticsTarget()) + " -> " + target(to.statisticsTarget());
            case COLUMN_OPTIONS -> label + from.options() + " -> " + to.options();
            default -> aspect.label();
        };
    }

    private static String table(Table from, Table to, Aspect aspect) {
        String label = aspect.label() + " ";
        return switch (aspect) {
            case TABLE_PERSISTENCE -> label + ShownName.words(from.persistence()) + " -> " + ShownName.words(to.persistence());
            case TABLE_STORAGE_PARAMETERS -> label + from.storageParameters() + " -> " + to.storageParameters();
            case TABLE_ACCESS_METHOD -> label + from.accessMethod().orElse("heap") + " -> " + to.accessMethod().orElse("heap");
            case TABLE_TABLESPACE -> label + arrow(from.tablespace(), to.tablespace());
            case TABLE_ROW_SECURITY -> label + (to.rowSecurity() ? "on" : "off");
            case TABLE_FORCE_ROW_SECURITY -> label + (to.forceRowSecurity() ? "on" : "off");
            default -> aspect.label();
        };
    }

    private static String sequence(SequenceOptions from, SequenceOptions to) {
        List<String> words = new ArrayList<>();
        add(words, "type", ShownName.type(from.dataType()), ShownName.type(to.dataType()));
        add(words, "start", from.start(), to.start());
        add(words, "increment", from.increment(), to.increment());
        add(words, "minimum", from.min(), to.min());
        add(words, "maximum", from.max(), to.max());
        add(words, "cache", from.cache(), to.cache());
        add(words, "cycle", from.cycle(), to.cycle());
        return String.join(", ", words);
    }

    private static void add(List<String> words, String what, Object from, Object to) {
        if (!from.equals(to)) {
            words.add(what + " " + from + " -> " + to);
        }
    }

    private static String type(Column column) {
        return ShownName.type(column.type()) + column.collation().map(collation -> " collate " + collation).orElse("");
    }

    private static String nullability(boolean notNull) {
        return notNull ? "not null" : "nullable";
    }

    private static String notNullName(Column column) {
        return column.notNullConstraint().orElseThrow().nameOn(column.id());
    }

    private static String arrow(Optional<?> from, Optional<?> to) {
        return from.map(Object::toString).orElse("default") + " -> " + to.map(Object::toString).orElse("default");
    }

    private static String target(OptionalInt target) {
        return target.isPresent() ? String.valueOf(target.getAsInt()) : "default";
    }
}
