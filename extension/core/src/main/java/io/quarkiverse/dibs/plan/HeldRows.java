package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.View;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Columns that hold rows of another relation, in whatever type. Postgres writes no table anew while there are such columns, and
 * drops no relation whose rows they hold: they become text before and rows again behind that.
 */
final class HeldRows {

    /** What the columns are meanwhile. */
    private static final SqlType TEXT = new SqlType("text");

    /** What has rows of a type with its own name. */
    private static final Set<ObjectKind> RELATIONS = EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW, ObjectKind.COMPOSITE);

    private final Schema from;
    private final Schema to;
    private final Dependencies before;
    private final Set<ObjectId> created;
    /** The relations whose rows a column holds while they change. */
    private final SortedMap<ObjectId, Set<ObjectId>> relations = new TreeMap<>();

    HeldRows(Schema from, Schema to, Dependencies before, Set<ObjectId> created) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.created = created;
    }

    /** Whether the alteration is one that no table takes while others hold rows of it. */
    static boolean isRefusedWhileHeld(Alteration alteration) {
        return switch (alteration.aspect()) {
            case COLUMN_TYPE, TABLE_PERSISTENCE, TABLE_ACCESS_METHOD -> true;
            case COLUMN_GENERATED -> ((Column) alteration.to()).generated().isPresent();
            default -> false;
        };
    }

    /** Whether a relation that goes comes back under its name, be it as one of another kind. */
    boolean comesBack(ObjectId relation) {
        return RELATIONS.contains(relation.kind())
                && RELATIONS.stream().map(relation::withKind).anyMatch(created::contains);
    }

    /** The columns of tables that hold rows of the relation. */
    void forEachHolder(ObjectId relation, Consumer<ObjectId> column) {
        forEachHolder(relation, before, column);
    }

    private static void forEachHolder(ObjectId relation, Dependencies dependencies, Consumer<ObjectId> column) {
        for (ObjectId user : dependencies.usersOf(relation)) {
            switch (user.kind()) {
                case COLUMN -> {
                    if (!relation.equals(user.parent()) && user.parent().kind() == ObjectKind.TABLE) {
                        column.accept(user);
                    }
                }
                case DOMAIN, COMPOSITE -> forEachHolder(user, dependencies, column);
                default -> {
                }
            }
        }
    }

    /** The materialized views that hold rows of the relation. */
    Stream<ObjectId> views(ObjectId relation) {
        String type = Identifiers.qualify(relation.schema(), relation.name());
        return before.usersOf(relation).stream().filter(user -> from.find(user, MaterializedView.class).stream()
                .flatMap(view -> view.columns().stream())
                .anyMatch(column -> column.type().name().equals(type) || column.type().name().equals(type + "[]")));
    }

    /** The two alterations of a column that holds rows; empty where they are on their way. */
    Optional<List<Alteration>> through(ObjectId id, ObjectId relation) {
        boolean first = !relations.containsKey(id);
        relations.computeIfAbsent(id, column -> new TreeSet<>()).add(relation);
        if (!first) {
            return Optional.empty();
        }
        Column present = from.find(id, Column.class).orElseThrow();
        Column wanted = to.find(id, Column.class).orElseThrow();
        Column meanwhile = meanwhile(wanted);
        return Optional.of(List.of(new Alteration(present, meanwhile, Aspect.COLUMN_TYPE),
                new Alteration(meanwhile, wanted, Aspect.COLUMN_TYPE)));
    }

    private static Column meanwhile(Column column) {
        return new Column(column.id(), column.position(), TEXT, Optional.empty(), column.notNull(), column.identity(),
                column.generated(), column.storage(), column.compression(), column.statisticsTarget(), column.options(),
                column.foreignOptions(), column.inherited(), column.notNullConstraint());
    }

    /** Whether the column is on its way through text. */
    boolean isOnItsWay(ObjectId column) {
        return relations.containsKey(column);
    }

    /** Whether a column lets go of the rows that it holds. */
    boolean frees(Alteration alteration) {
        return isHalf(alteration) && isMeanwhile((Column) alteration.to());
    }

    /** Whether a column gets its rows back. */
    boolean returns(Alteration alteration) {
        return isHalf(alteration) && isMeanwhile((Column) alteration.from());
    }

    boolean isMeanwhile(Column column) {
        return relations.containsKey(column.id()) && column.type().equals(TEXT);
    }

    private boolean isHalf(Alteration alteration) {
        return alteration.aspect() == Aspect.COLUMN_TYPE && !relations.isEmpty()
                && relations.containsKey(alteration.to().id());
    }

    /**
     * Whether the text would be read as a row of other columns: it says the values in order. What is added or dropped without
     * another look at the rows comes before the column is text; the others are the last ones, which a text can be told to lack.
     */
    boolean isMisread(Column column) {
        return relations.getOrDefault(column.id(), Set.of()).stream().anyMatch(relation -> {
            ObjectId successor = RELATIONS.stream().map(relation::withKind).filter(created::contains).findFirst().orElse(null);
            return successor != null ? !names(from, relation).equals(names(to, successor))
                    : filledOf(relation) > 0 && (!isOf(relation, column) || names(to, relation).size() == filledOf(relation)
                            || isAnyBuiltAnew(relation));
        });
    }

    /** What makes the text a row again: without a value for what the relation got meanwhile. */
    Expression row(Column column) {
        String text = Identifiers.quote(column.id().name());
        long lacking = relations.get(column.id()).stream().mapToLong(this::filledOf).sum();
        return new Expression(lacking == 0 ? text + "::" + column.type()
                : "(left(" + text + ", -1) || '" + ",".repeat((int) lacking) + ")')::" + column.type());
    }

    /** Whether the table gets a column anew, of which the rows that others hold have values. */
    private boolean isAnyBuiltAnew(ObjectId relation) {
        return created.stream().anyMatch(id -> id.kind() == ObjectKind.COLUMN && relation.equals(id.parent())
                && from.contains(id));
    }

    private static boolean isOf(ObjectId relation, Column column) {
        return column.type().name().equals(Identifiers.qualify(relation.schema(), relation.name()));
    }

    private long filledOf(ObjectId relation) {
        return created.contains(relation) ? 0
                : to.all(Column.class).filter(other -> relation.equals(other.id().parent()) && isFilled(other)).count();
    }

    private static List<String> names(Schema schema, ObjectId relation) {
        return switch (relation.kind()) {
            case COMPOSITE -> schema.find(relation, CompositeType.class).orElseThrow().attributes().stream()
                    .map(CompositeType.Attribute::name).toList();
            case VIEW -> schema.find(relation, View.class).orElseThrow().columns().stream().map(View.ViewColumn::name).toList();
            case MATERIALIZED_VIEW -> schema.find(relation, MaterializedView.class).orElseThrow().columns().stream()
                    .map(View.ViewColumn::name).toList();
            default -> schema.all(Column.class).filter(column -> relation.equals(column.id().parent()))
                    .sorted(Comparator.comparingInt(Column::position)).map(column -> column.id().name()).toList();
        };
    }

    /** Whether the column is new and comes with values, for which Postgres looks at who holds rows of the table. */
    private boolean isFilled(Column column) {
        return created.contains(column.id()) && (column.identity().isPresent()
                || column.generated().filter(Column.Generated::stored).isPresent()
                || to.contains(ColumnDefault.idOf(column.id())) || isOfDomainThatChecks(column));
    }

    private boolean isOfDomainThatChecks(Column column) {
        return to.dependenciesOf(column.id()).stream().flatMap(need -> to.find(need, DomainType.class).stream())
                .anyMatch(domain -> domain.notNull() || domain.defaultValue().isPresent()
                        || to.all(DomainConstraint.class).anyMatch(check -> domain.id().equals(check.id().parent())));
    }

    /** The tables that get a column with values. */
    Stream<ObjectId> filled() {
        return created.stream().filter(id -> id.kind() == ObjectKind.COLUMN && !created.contains(id.parent()))
                .flatMap(id -> to.find(id, Column.class).stream()).filter(this::isFilled)
                .map(column -> column.id().parent()).distinct();
    }

    /** Puts what happens to the relations behind what holds their rows no more, and before what comes to hold them. */
    void order(List<Action> actions, Map<ObjectId, List<Action>> alters, Map<ObjectId, Action> dropOf, Dependencies after) {
        Map<ObjectId, List<Action>> refused = new TreeMap<>();
        for (Action action : actions) {
            if (action.type == Action.Type.ALTER ? isRefusedWhileHeld(action.alteration)
                    : action.type == Action.Type.CREATE && action.after instanceof Column column && isFilled(column)) {
                refused.computeIfAbsent(action.id.root(), table -> new ArrayList<>()).add(action);
            }
        }
        refused.forEach((relation, changes) -> {
            Set<ObjectId> holders = new TreeSet<>();
            forEachHolder(relation, before, holders::add);
            Set<ObjectId> holdersAfter = new TreeSet<>();
            forEachHolder(relation, after, holdersAfter::add);
            for (ObjectId column : holders) {
                Action drop = dropOf.get(column);
                if (drop != null) {
                    changes.forEach(change -> change.wishes(drop));
                } else if (!holdersAfter.contains(column)) {
                    retypes(column, alters).forEach(retype -> changes.forEach(change -> change.needs(retype,
                            () -> column + " holds rows of " + relation + " until then")));
                }
            }
            holdersAfter.removeAll(holders);
            holdersAfter.forEach(column -> retypes(column, alters).forEach(retype -> changes.forEach(change -> retype
                    .needs(change, () -> column + " is to hold rows of " + relation + " as they are to be"))));
        });
        orderHalves(actions, alters);
    }

    private static Stream<Action> retypes(ObjectId column, Map<ObjectId, List<Action>> alters) {
        return alters.getOrDefault(column, List.of()).stream()
                .filter(action -> action.alteration.aspect() == Aspect.COLUMN_TYPE);
    }

    /** Puts what happens to the relations between the two. */
    private void orderHalves(List<Action> actions, Map<ObjectId, List<Action>> alters) {
        relations.forEach((column, held) -> {
            List<Action> chain = alters.getOrDefault(column, List.of());
            Action freed = chain.stream().filter(action -> frees(action.alteration)).findFirst().orElse(null);
            Action returned = chain.stream().filter(action -> returns(action.alteration)).findFirst().orElse(null);
            if (freed == null || returned == null) {
                return;
            }
            Set<Action> own = new HashSet<>(chain);
            Set<Action> between = new LinkedHashSet<>();
            alters.forEach((id, others) -> {
                if (held.contains(id) || id.kind() == ObjectKind.COLUMN && held.contains(id.parent())) {
                    others.stream().filter(other -> isRefusedWhileHeld(other.alteration)).forEach(between::add);
                }
            });
            List<Action> ahead = new ArrayList<>();
            for (Action action : actions) {
                if (action.id.kind() != ObjectKind.COLUMN || !held.contains(action.id.parent())) {
                    continue;
                } else if (action.type == Action.Type.CREATE && isFilled((Column) action.after)) {
                    between.add(action);
                } else if (action.type == Action.Type.CREATE || action.type == Action.Type.DROP) {
                    ahead.add(action);
                }
            }
            between.removeAll(own);
            between.forEach(action -> {
                action.needs(freed, () -> column + " holds rows of " + action.id.root() + " until then");
                returned.needs(action, () -> column + " is to hold rows of " + action.id.root() + " as they are to be");
            });
            ahead.forEach(action -> freed.needs(action, () -> column + " says the values of a row in order meanwhile"));
        });
    }
}
