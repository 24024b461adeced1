package io.quarkiverse.dibs.deployment.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.IdentityGeneration;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.sql.Identifiers;

/** {@code @Identity}: an identity column, or a sequence that stands alone and a default that takes from it. */
final class IdentityReader {

    private static final Set<String> COUNTABLE = Set.of("smallint", "integer", "bigint");

    private final IntentBuilder builder;
    private final Map<ObjectId, SequenceOptions> sequences = new HashMap<>();

    IdentityReader(IntentBuilder builder) {
        this.builder = builder;
    }

    Optional<Column.Identity> identity(ColumnModel column) {
        Optional<Values> identity = column.field().annotation(Identity.class);
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        if (!COUNTABLE.contains(column.mapped().type().name())) {
            builder.problems.add("DIBS-0109", column.place(),
                    "an identity column is a smallint, integer or bigint, not " + column.mapped().type(),
                    "Make the field a short, int or long (or Short, Integer or Long).");
            return Optional.empty();
        }
        Values values = identity.get();
        if (values.longNumber("increment", 1) == 0) {
            builder.problems.add("DIBS-0120", column.place(), "a sequence cannot count by 0", "Correct increment.");
            return Optional.empty();
        }
        Optional<String> sequence = values.given("sequence");
        if (sequence.isPresent()) {
            sequence(sequence.get(), values, column);
            return Optional.empty();
        }
        boolean always = values.constant("generation", IdentityGeneration.ALWAYS) == IdentityGeneration.ALWAYS;
        return Optional.of(new Column.Identity(always, options(values, column.mapped().type())));
    }

    private void sequence(String written, Values values, ColumnModel column) {
        List<String> parts = QualifiedNames.parts(written);
        ObjectId id = parts.size() == 2 ? ObjectId.inSchema(ObjectKind.SEQUENCE, parts.get(0), parts.get(1))
                : ObjectId.inSchema(ObjectKind.SEQUENCE, column.id().schema(), parts.get(0));
        if (parts.size() > 2 || !builder.isName("sequence", id.name(), column.place())) {
            return;
        }
        SequenceOptions options = options(values, new SqlType("bigint"));
        SequenceOptions other = sequences.putIfAbsent(id, options);
        if (other != null && !other.equals(options)) {
            builder.problems.add("DIBS-0113", column.place(),
                    "the sequence " + id.display() + " has other options on another field",
                    "Say the same of it wherever it is named.");
        }
        builder.add(new Sequence(id, options, Persistence.PERMANENT), column.place());
        ObjectId defaultId = ColumnDefault.idOf(column.id());
        String name = Identifiers.qualify(id).replace("'", "''");
        builder.add(new ColumnDefault(defaultId, new Expression("nextval('" + name + "'::regclass)")), column.place());
        builder.dependency(defaultId, id);
    }

    private static SequenceOptions options(Values values, SqlType type) {
        long increment = values.longNumber("increment", 1);
        boolean down = increment < 0;
        long smallest = down ? -SequenceOptions.maximumOf(type) - 1 : 1;
        long largest = down ? -1 : SequenceOptions.maximumOf(type);
        long min = given(values, "minValue", smallest);
        long max = given(values, "maxValue", largest);
        return new SequenceOptions(type, given(values, "start", down ? max : min), increment, min, max,
                values.longNumber("cache", 1), values.flag("cycle", false));
    }

    private static long given(Values values, String name, long otherwise) {
        long number = values.longNumber(name, Identity.SERVER_DEFAULT);
        return number == Identity.SERVER_DEFAULT ? otherwise : number;
    }
}
