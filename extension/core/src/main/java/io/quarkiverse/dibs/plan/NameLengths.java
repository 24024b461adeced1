package io.quarkiverse.dibs.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.View;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Refuses names that Postgres would cut off with no more than a notice: what was made would have another name than what was
 * wanted, and every plan after it would drop the one and create the other.
 */
final class NameLengths {

    /** No character has more than three bytes for each char. */
    private static final int ALWAYS_FITS = Identifiers.MAX_BYTES / 3;

    private NameLengths() {
    }

    /** @throws DibsException DIBS-0107 with every name that is too long */
    static void require(Diff diff) {
        Set<String> tooLong = new TreeSet<>();
        // what no change is about is on a server already, so it was not too long
        for (Change change : diff.changes()) {
            DbObject object = afterwards(change, diff);
            if (object == null || !isWorthALook(object)) {
                continue;
            }
            names(object).filter(name -> !Identifiers.fits(name))
                    .forEach(name -> tooLong.add("the name \"" + name + "\" of " + object.id().kind().label() + " has "
                            + Identifiers.bytes(name) + " bytes"));
        }
        if (!tooLong.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0107", Category.BUILD, String.join("; ", tooLong) + ": Postgres keeps "
                    + Identifiers.MAX_BYTES)
                    .remedy(tooLong.size() == 1 ? "Give it a shorter name." : "Give them shorter names."));
        }
    }

    private static DbObject afterwards(Change change, Diff diff) {
        if (change instanceof Change.Create create) {
            return create.object();
        } else if (change instanceof Change.Alter alter) {
            return alter.alteration().to();
        }
        return change instanceof Change.Rename rename ? diff.to().find(rename.to()).orElse(null) : null;
    }

    /** Nearly all names are so short that nothing has to be counted. */
    private static boolean isWorthALook(DbObject object) {
        ObjectId id = object.id();
        return id.name().length() > ALWAYS_FITS || id.schema().length() > ALWAYS_FITS || object instanceof EnumType
                || object instanceof CompositeType || object instanceof View;
    }

    private static Stream<String> names(DbObject object) {
        ObjectId id = object.id();
        List<String> parts = List.of();
        if (object instanceof EnumType type) {
            parts = type.labels();
        } else if (object instanceof CompositeType type) {
            parts = type.attributes().stream().map(CompositeType.Attribute::name).toList();
        } else if (object instanceof View view) {
            parts = view.columns().stream().map(View.ViewColumn::name).toList();
        }
        return Stream.concat(isOneName(id) ? Stream.of(id.schema(), id.name()) : Stream.of(id.schema()), parts.stream());
    }

    /** Whether the identity's name is the name on the server, and not one made of several. */
    private static boolean isOneName(ObjectId id) {
        return switch (id.kind()) {
            case NAMESPACE, EXTENSION, COLLATION, ENUM, COMPOSITE, RANGE, BASE_TYPE, DOMAIN, DOMAIN_CONSTRAINT, SEQUENCE,
                    ROUTINE,
                    AGGREGATE, LANGUAGE, ACCESS_METHOD, CONVERSION, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, TABLE,
                    FOREIGN_TABLE, COLUMN, PRIMARY_KEY, UNIQUE, EXCLUSION, CHECK, FOREIGN_KEY, INDEX, STATISTICS, VIEW,
                    MATERIALIZED_VIEW, RULE, TRIGGER, POLICY, EVENT_TRIGGER, PUBLICATION, SUBSCRIPTION ->
                true;
            case BASE_TYPE_DEFINITION, OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM, PARTITION_TRIGGER,
                    USER_MAPPING, COLUMN_DEFAULT,
                    SEQUENCE_OWNERSHIP, INHERITANCE,
                    PARTITION, INDEX_PARTITION, REPLICA_IDENTITY, CLUSTERING, COLUMN_SETTINGS, EXTENSION_DEPENDENCE, OWNER,
                    GRANT,
                    DEFAULT_PRIVILEGES, COMMENT ->
                false;
        };
    }
}
