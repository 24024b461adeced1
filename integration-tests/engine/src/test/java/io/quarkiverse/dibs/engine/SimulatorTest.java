package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.engine.random.RandomPair;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Simulation;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.catalog.CatalogReader;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;

/**
 * T1d: the same random operations, illegal ones included, tried on the planner's simulation and on a server. Both have to say
 * the same of each, and at the end the server has what the simulation says. Which operations the simulation does not judge is
 * said in {@link Simulation}, where they are left out, and in the documentation.
 */
class SimulatorTest {

    private static final int MAJOR = 15;
    private static final int STEPS = 40;
    private static final DiffOptions OPTIONS = DiffOptions.complete().withServerMajor(MAJOR);
    private static final Set<ObjectKind> RENAMED = Set.of(ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.ENUM,
            ObjectKind.SEQUENCE, ObjectKind.INDEX, ObjectKind.VIEW, ObjectKind.CHECK, ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY);

    private enum Verdict {
        ACCEPTED,
        REFUSED,
        /** The simulation refuses; the server does it, but takes more along or relies on another object than was said. */
        OTHERWISE
    }

    @Test
    void theSimulationSaysWhatTheServerSays() {
        Map<String, Map<Verdict, Integer>> matrix = new TreeMap<>();
        Cases.forEachPair(SimulatorTest.class, "dibs.simulations", (pair, number) -> run(pair, number, matrix));
        Map<Verdict, Integer> sums = new TreeMap<>();
        matrix.forEach((label, row) -> {
            System.out.printf("%-28s %s%n", label, row);
            row.forEach((verdict, count) -> sums.merge(verdict, count, Integer::sum));
        });
        System.out.println("operations " + sums);
        assertThat(sums.getOrDefault(Verdict.ACCEPTED, 0)).as("legal operations").isPositive();
        assertThat(sums.getOrDefault(Verdict.REFUSED, 0)).as("illegal operations").isPositive();
    }

    private static void run(RandomPair pair, int number, Map<String, Map<Verdict, Integer>> matrix) {
        Choice choice = new Choice(Cases.SEED * 31 + number);
        Schema wanted;
        try (DatabasePool.Database other = DatabasePool.of(MAJOR).take()) {
            other.session().run(pair.toSql() + "\n; SELECT 1");
            wanted = CatalogReader.readNow(other.session(), List.of()).schema();
        }
        try (DatabasePool.Database database = DatabasePool.of(MAJOR).take()) {
            database.session().run(pair.fromSql() + "\n; SELECT 1");
            Schema present = CatalogReader.readNow(database.session(), List.of()).schema();
            new Operations(database.session(), diff(present, wanted, choice), choice, matrix).run();
        }
    }

    /** With a few declared renames, some of them to names that others have, and objects whose names others have. */
    private static Diff diff(Schema present, Schema wanted, Choice choice) {
        List<ObjectId> both = choice.shuffled(wanted.ids().stream()
                .filter(id -> present.contains(id) && RENAMED.contains(id.kind())
                        && !isSelected(id, present) && !isSelected(id, wanted)));
        List<String> names = choice.shuffled(Stream.of(present, wanted).flatMap(schema -> schema.ids().stream())
                .filter(id -> id.kind().isRelation() || id.kind() == ObjectKind.ENUM).map(ObjectId::name).distinct());
        List<Intent.Rename> renames = new ArrayList<>();
        Schema.Builder renamedOnly = Schema.builder();
        for (ObjectId id : both.subList(0, Math.min(both.size(), choice.nextInt(4)))) {
            String name = id.parent() == null && choice.nextBoolean() && !names.isEmpty() ? names.remove(0)
                    : "renamed_" + renames.size();
            ObjectId renamed = id.withName(name);
            boolean parentToo = renames.stream().anyMatch(rename -> id.isWithin(rename.from()) || rename.from().isWithin(id));
            if (!parentToo && !present.contains(renamed) && !wanted.contains(renamed)) {
                renames.add(new Intent.Rename(id, renamed));
                renamedOnly.put(wanted.find(id).orElseThrow().renamed(same -> same.equals(id) ? renamed : same));
            }
        }
        Schema to = Differ.diff(wanted, renamedOnly.build(), OPTIONS.withRenames(renames)).from();
        Schema.Builder more = to.toBuilder();
        for (int i = choice.nextInt(3); i > 0 && !names.isEmpty(); i--) {
            addTwin(to, names.remove(0), choice, present, more);
        }
        return Differ.diff(present, more.build(), OPTIONS.withRenames(renames));
    }

    /** How Postgres prints a view of a column that has another name now is a guess, which the plan need not make. */
    private static boolean isSelected(ObjectId column, Schema schema) {
        return column.kind() == ObjectKind.COLUMN && schema.ids().stream()
                .filter(id -> id.kind() == ObjectKind.VIEW || id.kind() == ObjectKind.MATERIALIZED_VIEW)
                .anyMatch(view -> schema.dependenciesOf(view).contains(column));
    }

    /** Adds another object of a name that is taken, of a kind that shares the name space. */
    private static void addTwin(Schema to, String name, Choice choice, Schema present, Schema.Builder more) {
        List<DbObject> models = choice.shuffled(to.objects().stream().filter(object -> object instanceof EnumType
                || object instanceof Sequence || object instanceof CheckConstraint));
        if (models.isEmpty()) {
            return;
        }
        DbObject model = models.get(0);
        String taken = model instanceof CheckConstraint check ? to.ids().stream()
                .filter(id -> id.kind().isConstraint() && check.id().parent().equals(id.parent())
                        && id.kind() != ObjectKind.CHECK)
                .map(ObjectId::name).findFirst().orElse(name) : name;
        ObjectId twin = model.id().withName(taken);
        if (!more.contains(twin) && !present.contains(twin)) {
            more.put(model.renamed(id -> id.equals(model.id()) ? twin : id));
            to.dependenciesOf(model.id()).forEach(need -> more.dependency(twin, need));
        }
    }

    /**
     * Choices that stay the same when what was not chosen is not there: so a case can be made smaller. Each follows from the
     * seed, from how many there were before in this step, and from the text of what is chosen from.
     */
    private static final class Choice {

        private final long seed;
        private int step;
        private int count;

        Choice(long seed) {
            this.seed = seed;
        }

        void next() {
            step++;
            count = 0;
        }

        int nextInt(int bound) {
            return random("").nextInt(bound);
        }

        boolean nextBoolean() {
            return random("").nextBoolean();
        }

        <T> List<T> shuffled(Stream<T> items) {
            int own = ++count;
            return items.sorted(Comparator.<T> comparingInt(item -> random(own, item.toString()).nextInt())
                    .thenComparing(Object::toString)).collect(Collectors.toCollection(ArrayList::new));
        }

        private Random random(String text) {
            return random(++count, text);
        }

        private Random random(int number, String text) {
            return new Random(((seed * 1_000_003 + step) * 1_000_003 + number) * 1_000_003 + text.hashCode());
        }
    }

    private static final class Operations {

        private final PgSession session;
        private final Choice choice;
        private final Diff diff;
        private final Simulation simulation;
        private final Map<String, Map<Verdict, Integer>> matrix;
        private final List<String> story = new ArrayList<>();

        Operations(PgSession session, Diff diff, Choice choice, Map<String, Map<Verdict, Integer>> matrix) {
            this.session = session;
            this.choice = choice;
            this.diff = diff;
            this.simulation = new Simulation(diff, MAJOR);
            this.matrix = matrix;
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                choice.next();
                draw().ifPresent(this::step);
            }
            Schema end = CatalogReader.readNow(session, List.of()).schema();
            List<Change> different = different(end, simulation.schema(), null);
            if (!different.isEmpty()) {
                throw new AssertionError("the simulation ends otherwise than the server: " + texts(different) + told());
            }
        }

        private Optional<Simulation.Operation> draw() {
            Set<ObjectId> all = new TreeSet<>(diff.from().ids());
            all.addAll(diff.to().ids());
            Schema now = simulation.schema();
            boolean plausible = choice.nextInt(100) < 60;
            return switch (choice.nextInt(8)) {
                case 0, 1, 2 -> any(all.stream().filter(id -> !plausible || now.contains(id))).flatMap(simulation::drop);
                case 3, 4, 5 -> any(diff.to().ids().stream().filter(id -> !plausible || !now.contains(id)))
                        .flatMap(simulation::create);
                case 6 -> any(simulation.alterable().stream()).flatMap(simulation::alter);
                default -> any(simulation.renames().stream());
            };
        }

        private <T> Optional<T> any(Stream<T> items) {
            return choice.shuffled(items).stream().findFirst();
        }

        private void step(Simulation.Operation operation) {
            List<String> statements = simulation.statements(operation);
            if (statements.isEmpty()) {
                return;
            }
            String refusal = simulation.refusal(operation);
            // a transaction for each, because a new label cannot be used in the one that adds it
            session.run("BEGIN");
            String server = null;
            for (int i = 0; i < statements.size() && server == null; i++) {
                try {
                    session.run(statements.get(i));
                } catch (RuntimeException e) {
                    server = statements.get(i) + " -> " + e.getMessage();
                }
            }
            boolean otherwise = refusal != null && server == null && otherwise(operation);
            session.run(refusal == null && server == null ? "COMMIT" : "ROLLBACK");
            story.add(operation + ": " + statements + ": " + (refusal == null ? "accepted" : refusal)
                    + (server == null ? "" : " / " + server));
            if ((refusal == null) != (server == null) && !otherwise) {
                throw new AssertionError("the simulation " + (refusal == null ? "accepts" : "refuses") + " and the server "
                        + (server == null ? "accepts: " : "refuses: ") + told());
            }
            if (refusal == null) {
                simulation.agreed(operation);
            }
            matrix.computeIfAbsent(operation.label(), label -> new TreeMap<>()).merge(
                    refusal == null ? Verdict.ACCEPTED : otherwise ? Verdict.OTHERWISE : Verdict.REFUSED, 1, Integer::sum);
        }

        /** Whether the server did something else than the operation says. */
        private boolean otherwise(Simulation.Operation operation) {
            Schema real = CatalogReader.readWithin(session, List.of()).await().indefinitely().schema();
            if (!different(real, simulation.schemaAfter(operation), operation).isEmpty()) {
                return true;
            }
            return diff.to().contains(operation.id())
                    && !real.dependenciesOf(operation.id()).containsAll(new HashSet<>(simulation.needs(operation.id())));
        }

        private List<Change> different(Schema real, Schema simulated, Simulation.Operation operation) {
            return Differ.diff(real, simulated, OPTIONS.withRenames(simulation.pending(operation))).changes().stream()
                    .filter(change -> !(change instanceof Change.Rename)).toList();
        }

        private static String texts(List<Change> changes) {
            return changes.stream().map(Change::toString).collect(Collectors.joining("\n    "));
        }

        private String told() {
            return "\n    " + String.join("\n    ", story.subList(Math.max(0, story.size() - 8), story.size()));
        }
    }
}
