package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.Literals;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * A new identity column of a table that has children, or before Postgres 17 partitions. Before: "cannot recursively add
 * identity
 * column to table that has child tables". After: the rows of all get numbers from a sequence that is there for a moment, and
 * the
 * column becomes one with an identity behind them.
 */
final class IdentityAboveChildren {

    /** From here on partitions get the identity of their parent (release notes of Postgres 17). */
    private static final int PARTITIONS_FOLLOW = 17;

    private final Set<ObjectId> parents = new HashSet<>();

    IdentityAboveChildren(Diff diff, int serverMajor) {
        Stream.of(diff.from(), diff.to()).forEach(schema -> addParents(schema, serverMajor));
    }

    private void addParents(Schema schema, int serverMajor) {
        schema.all(Inheritance.class).forEach(tie -> parents.add(tie.inherits()));
        if (serverMajor < PARTITIONS_FOLLOW) {
            schema.all(Partition.class).forEach(tie -> parents.add(tie.partitionOf()));
        }
    }

    /** Empty where the column can be added as it is. */
    Optional<List<String>> added(Column column, WriteContext context) {
        ObjectId table = column.id().parent();
        if (column.identity().isEmpty() || !parents.contains(table)) {
            return Optional.empty();
        }
        Column plain = column.withIdentity(Optional.empty());
        String numbers = Identifiers.qualify(table.schema(), Identifiers.shorten("__dibs_numbers_" + table.name()));
        ColumnDefault number = new ColumnDefault(ColumnDefault.idOf(column.id()),
                new Expression("nextval(" + Literals.string(numbers) + "::regclass)"));
        List<String> statements = new ArrayList<>(List.of("CREATE SEQUENCE " + numbers));
        statements.addAll(DdlWriter.addColumn(plain, Optional.of(number), context));
        statements.addAll(DdlWriter.drop(number, context));
        statements.add("DROP SEQUENCE " + numbers);
        statements.addAll(DdlWriter.alter(new Alteration(plain, column, Aspect.COLUMN_IDENTITY), context));
        return Optional.of(statements);
    }
}
