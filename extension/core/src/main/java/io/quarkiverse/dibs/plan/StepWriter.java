package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Comparison;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.Difference;
import io.quarkiverse.dibs.diff.RenameMap;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.IdMap;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.DdlWriter;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * The statements of an action. Knows what objects are called at that moment (a drop before a rename speaks of the former name)
 * and when children have to be left alone; the words themselves are the DDL writer's.
 */
final class StepWriter {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    private final Schema to;
    private final Set<ObjectId> inherited;
    private final PlanOptions options;
    private final Replacements replacements;
    private final Set<ObjectId> withChildren = new HashSet<>();
    private final Set<ObjectId> withTiedParts = new HashSet<>();
    private final CurrentNames current;
    private final ImpliedGrants impliedGrants;
    private final LoggedApart ownedSequences;
    private final Conversions conversions;
    private final HeldColumns heldColumns;
    private final IdentityAboveChildren identities;
    private final NullableChildren nullable;
    private final OwnersOfSequences owners;
    private final NumbersGoOn numbers;
    private final RowMoves moves;
    private final RowMoveWriter rowMoves;
    private final PartitionCutWriter cuts;

    StepWriter(RowMoves moves, PartitionCutWriter cuts, PlanOptions options, Replacements replacements, Conversions conversions,
            List<Action> order, CurrentNames current) {
        Diff diff = moves.diff();
        this.rowMoves = new RowMoveWriter(moves, options);
        this.moves = moves;
        this.cuts = cuts;
        this.to = diff.to();
        this.inherited = diff.inheritedAfter();
        this.options = options;
        this.replacements = replacements;
        this.current = current;
        this.conversions = conversions;
        this.heldColumns = new HeldColumns(diff, replacements);
        this.nullable = new NullableChildren(to);
        this.numbers = new NumbersGoOn(order, to);
        this.owners = new OwnersOfSequences(diff, replacements);
        this.identities = new IdentityAboveChildren(diff, options.serverMajor());
        this.ownedSequences = new LoggedApart(diff, options.serverMajor());
        this.impliedGrants = new ImpliedGrants(diff, replacements);
        to.all(Inheritance.class).forEach(tie -> withChildren.add(tie.inherits()));
        to.all(Partition.class).forEach(tie -> withChildren.add(tie.partitionOf()));
        to.all(IndexPartition.class).forEach(tie -> withTiedParts.add(tie.partitionOf()));
    }

    List<String> write(Action action) {
        return Stream.of(cuts.before(action), ofItself(action), cuts.after(action)).flatMap(List::stream).toList();
    }

    private List<String> ofItself(Action action) {
        return switch (action.type) {
            case RENAME -> rename(action);
            case DROP -> drop(action);
            case CREATE -> {
                List<String> statements = new ArrayList<>(create(action));
                statements.addAll(impliedGrants.takenBack(action.id, context(action.id)));
                action.members.forEach(member -> statements.addAll(newSequence(member)));
                statements.addAll(numbers.behind(action));
                yield statements;
            }
            case ALTER -> {
                List<String> statements = new ArrayList<>();
                if (action.alteration.aspect() == Aspect.SEQUENCE_OWNED_BY) {
                    statements.addAll(owners.between((SequenceOwnership) action.alteration.from(),
                            (SequenceOwnership) action.alteration.to(), context(action.id)));
                }
                statements.addAll(alter(action.alteration));
                if (action.alteration.aspect() == Aspect.COLUMN_IDENTITY
                        && ((Column) action.alteration.from()).identity().isEmpty()) {
                    statements.addAll(newSequence(action.alteration.to()));
                }
                statements.addAll(ownedSequences.after(action.alteration, context(action.id)));
                yield statements;
            }
        };
    }

    /** What the sequence that comes with an identity is given by default and is not to have. */
    private List<String> newSequence(DbObject object) {
        return object instanceof Column column ? column.identitySequence()
                .map(sequence -> impliedGrants.takenBack(sequence, context(column.id()))).orElse(List.of()) : List.of();
    }

    private List<String> drop(Action action) {
        List<String> statements = new ArrayList<>(rowMoves.before(action));
        if (action.before instanceof Inheritance tie) {
            statements.addAll(heldColumns.before(tie, context(action.id)));
        }
        statements.addAll(DdlWriter.drop(action.before.renamed(current),
                context(action.id)
                        .withOnly(Folding.isKeptByChildren(action.id, to, replacements) || context(action.id).only())));
        current.dropped(action);
        if (action.before instanceof SequenceOwnership ownership) {
            statements.addAll(owners.after(ownership, context(action.id)));
        }
        return statements;
    }

    private List<String> rename(Action action) {
        DbObject named = action.before.renamed(id -> id.equals(action.id) ? id : current.map(id));
        List<String> statements = new ArrayList<>(DdlWriter.rename(named, action.renamedTo, context(action.id)));
        if (replacements.swapped().contains(action.id) && action.before instanceof RangeType range) {
            statements.addAll(DdlWriter.renameWhatComesWith(range, action.renamedTo, TemporaryNames::of));
        }
        statements.addAll(rowMoves.after(action));
        current.renamed(action);
        return statements;
    }

    private List<String> create(Action action) {
        WriteContext context = context(action.id);
        DbObject object = action.after;
        if (object instanceof Table || object instanceof ForeignTable) {
            List<String> statements = new ArrayList<>(createTable(action, context));
            statements.addAll(rowMoves.after(action));
            return statements;
        } else if (object instanceof Column column) {
            Optional<List<String>> held = heldColumns.added(column, context);
            if (held.isPresent()) {
                return held.get();
            }
            Optional<ColumnDefault> value = action.members.stream().filter(ColumnDefault.class::isInstance)
                    .map(ColumnDefault.class::cast).filter(other -> other.id().parent().equals(column.id())).findFirst();
            List<String> added = new ArrayList<>(replacements.swapped().contains(column.id())
                    ? DdlWriter.moveColumn(column, value, context)
                    : identities.added(column, context).orElseGet(() -> DdlWriter.addColumn(column, value, context)));
            action.members.stream().filter(Column.class::isInstance).map(Column.class::cast).forEach(other -> {
                added.addAll(ofItsOwn(other, column, context));
                added.addAll(defaultOfItsOwn(other, value, action, context));
            });
            return added;
        }
        if (object instanceof CheckConstraint check) {
            return heldColumns.added(check, context).orElseGet(() -> DdlWriter.create(check, context));
        }
        List<String> statements = new ArrayList<>();
        if (object instanceof Inheritance tie) {
            statements.addAll(nullable.before(tie, context));
        } else if (object instanceof SequenceOwnership ownership) {
            statements.addAll(owners.before(ownership, context));
        }
        statements.addAll(DdlWriter.create(object, context));
        if (object instanceof SequenceOwnership ownership) {
            newSequenceOfOldColumn(ownership)
                    .ifPresent(sequence -> statements.add(DdlWriter.beginBehindRows(sequence, ownership.column())));
        }
        if (object instanceof Inheritance tie) {
            statements.addAll(nullable.after(tie, context));
            statements.addAll(heldColumns.after(tie, context));
        }
        return statements;
    }

    /** The numbers of the rows that are there were given by another sequence, or by hand. */
    private Optional<Sequence> newSequenceOfOldColumn(SequenceOwnership ownership) {
        ObjectId column = ownership.column();
        boolean old = !replacements.isCreated(column) && !replacements.isCreated(column.parent())
                && to.find(column, Column.class).filter(StepWriter::isInteger).isPresent()
                && isInteger(replacements.before(column, Column.class));
        return old && replacements.isCreated(ownership.id().parent())
                ? to.find(ownership.id().parent(), Sequence.class)
                : Optional.empty();
    }

    private static boolean isInteger(Column column) {
        return INTEGERS.contains(column.type().name());
    }

    /** What a child or partition has otherwise than the parent that hands the column down with all that is said of it. */
    private List<String> ofItsOwn(Column column, Column parent, WriteContext context) {
        Column handedDown = new Column(column.id(), column.position(), column.type(), column.collation(),
                parent.handsNotNullDown(), column.identity(), column.generated(), parent.storage(), parent.compression(),
                parent.statisticsTarget(), parent.options(), column.foreignOptions(), column.inherited(),
                column.notNullConstraint());
        return Comparison.compare(handedDown, column, options.serverMajor()) instanceof Difference.Altered own
                ? own.alterations().stream().flatMap(
                        alteration -> DdlWriter.alter(alteration, context.withOnly(true)).stream()).toList()
                : List.of();
    }

    /** A default that came along is another one, or none, in the child or partition. */
    private List<String> defaultOfItsOwn(Column column, Optional<ColumnDefault> parent, Action action, WriteContext context) {
        ObjectId id = ColumnDefault.idOf(column.id());
        Optional<ColumnDefault> own = to.find(id, ColumnDefault.class);
        WriteContext only = context.withOnly(true);
        if (own.isPresent()) {
            boolean said = !action.members.contains(own.get())
                    || parent.filter(value -> value.expression().equals(own.get().expression())).isPresent();
            return said ? List.of() : DdlWriter.create(own.get(), only);
        }
        return parent.isEmpty() ? List.of() : DdlWriter.drop(new ColumnDefault(id, parent.get().expression()), only);
    }

    private List<String> createTable(Action action, WriteContext context) {
        List<Column> columns = new ArrayList<>();
        Map<ObjectId, ColumnDefault> defaults = new HashMap<>();
        List<DbObject> constraints = new ArrayList<>();
        List<Inheritance> inheritances = new ArrayList<>();
        for (DbObject member : action.members) {
            if (member instanceof Column column) {
                columns.add(column);
            } else if (member instanceof ColumnDefault value) {
                defaults.put(value.id().parent(), value);
            } else if (member instanceof Inheritance inheritance) {
                inheritances.add(inheritance);
            } else if (member.id().kind().isConstraint() && !(inherited.contains(member.id())
                    && !to.contains(Partition.idOf(action.id)))) {
                // INHERITS brings the parents' checks; a partition is created alone and has to bring them itself
                constraints.add(member);
            }
        }
        columns.sort(Comparator.comparingInt(Column::position).thenComparing(Column::id));
        inheritances.sort(Comparator.comparingInt(Inheritance::ordinal));
        Optional<Partition> partition = to.find(Partition.idOf(action.id), Partition.class);
        List<String> loosened = nullable.afterCreate(columns, inheritances, context);
        if (partition.isEmpty()) {
            columns.replaceAll(column -> isNotNullAbove(column, inheritances) ? column.withNotNull(false) : column);
        }
        List<String> created = action.after instanceof Table table
                ? DdlWriter.createTable(table, columns, defaults, constraints, inheritances, partition, context)
                : DdlWriter.createForeignTable((ForeignTable) action.after, columns, defaults, constraints, inheritances,
                        partition, context);
        List<String> statements = new ArrayList<>(created);
        statements.addAll(loosened);
        if (partition.isEmpty()) {
            columns.forEach(column -> statements.addAll(storedOtherwise(column, inheritances, context)));
        }
        return statements;
    }

    /** How a new child keeps its values, where that is not as its first parent with the column does. */
    private List<String> storedOtherwise(Column column, List<Inheritance> inheritances, WriteContext context) {
        Optional<Column> parent = !column.inherited() ? Optional.empty()
                : inheritances.stream().flatMap(tie -> to
                        .find(ObjectId.column(tie.inherits(), column.id().name()), Column.class).stream()).findFirst();
        List<String> statements = new ArrayList<>();
        // before 16 a storage is said behind the table in any case
        boolean said = context.major() < 16 && column.storage().isPresent();
        if (!said && parent.filter(above -> !above.storage().equals(column.storage())).isPresent()) {
            statements.addAll(DdlWriter.alter(new Alteration(column, column, Aspect.COLUMN_STORAGE), context.withOnly(true)));
        }
        if (parent.filter(above -> !above.compression().equals(column.compression())).isPresent()) {
            statements
                    .addAll(DdlWriter.alter(new Alteration(column, column, Aspect.COLUMN_COMPRESSION), context.withOnly(true)));
        }
        return statements;
    }

    /** From Postgres 18 on a NOT NULL said again for a child would stay when its parent loses it. */
    private boolean isNotNullAbove(Column column, List<Inheritance> inheritances) {
        return column.inherited() && inheritances.stream()
                .map(tie -> to.find(ObjectId.column(tie.inherits(), column.id().name()), Column.class))
                .anyMatch(parent -> parent.filter(Column::handsNotNullDown)
                        .filter(above -> !nullable.isWithoutBelow(above.id())).isPresent());
    }

    /** Whether it comes by way of a table that is there for a moment, so that no other form of it would do. */
    boolean isHeld(Action action) {
        return action.type == Action.Type.CREATE && action.after instanceof CheckConstraint check
                && heldColumns.added(check, context(action.id)).isPresent();
    }

    private List<String> alter(Alteration alteration) {
        return DdlWriter.alter(alteration, context(alteration));
    }

    /** The form in which the action is written: what it does to rows depends on it. */
    WriteContext form(Action action) {
        boolean rowsKept = moves.stepsAside(action)
                || action.type == Action.Type.DROP && (moves.keepsRowsOf(action.id) || cuts.keepsRowsOf(action.id));
        return action.type == Action.Type.ALTER ? context(action.alteration)
                : context(action.id).withRowsKept(rowsKept).withNotValid(cuts.hasOwnRowsOnly(action));
    }

    private WriteContext context(Alteration alteration) {
        WriteContext context = context(alteration.to().id());
        return alteration.aspect() == Aspect.COLUMN_TYPE ? context.withUsing(conversions.of(alteration))
                : nullable.areSparedBy(alteration) ? context.withOnly(true) : context;
    }

    /** An index of a partitioned table is not valid as long as a partition has none for it: {@code CREATE INDEX ON ONLY}. */
    private boolean isOfParentAlone(ObjectId id) {
        return id.kind() == ObjectKind.INDEX && to.find(id, Index.class).filter(index -> !index.valid())
                .flatMap(index -> to.find(index.table(), Table.class)).flatMap(Table::partitionKey).isPresent();
    }

    /** The form in which the object's changes are written. */
    WriteContext context(ObjectId id) {
        boolean only = id.kind() == ObjectKind.COLUMN_DEFAULT && withChildren.contains(id.parent().parent())
                || withTiedParts.contains(id) || isOfParentAlone(id);
        Optional<Expression> moved = replacements.swapped().contains(id)
                ? to.find(id, Column.class).map(conversions::ofMoved)
                : Optional.empty();
        return WriteContext.forServer(options.serverMajor()).withOnly(only).withUsing(moved);
    }

    /** What objects are called while renames are under way. */
    static final class CurrentNames implements IdMap {

        private final Map<ObjectId, ObjectId> current = new HashMap<>();
        private RenameMap types;

        CurrentNames(Map<ObjectId, ObjectId> renames) {
            renames.forEach((former, present) -> current.put(present, former));
        }

        @Override
        public ObjectId map(ObjectId id) {
            ObjectId own = current.getOrDefault(id, id);
            if (id.equals(own) && !current.isEmpty()) {
                own = types().withTypes(id);
            }
            if (id.parent() != null) {
                ObjectId parent = map(id.parent());
                return parent.equals(own.parent()) ? own : own.withParent(parent);
            }
            if (!id.schema().isEmpty()) {
                ObjectId namespace = current.get(ObjectId.namespace(id.schema()));
                return namespace == null ? own : own.withSchema(namespace.name());
            }
            return own;
        }

        private RenameMap types() {
            if (types == null) {
                types = new RenameMap(current);
            }
            return types;
        }

        /** A successor that is created has its own name from the start. */
        void dropped(Action action) {
            types = null;
            current.remove(action.id);
        }

        void renamed(Action action) {
            types = null;
            if (action.sequence == 1) {
                current.put(action.id, action.renamedTo);
            } else if (action.sequence == 2) {
                current.remove(action.renamedTo);
            } else {
                boolean temporary = current.remove(action.renamedTo) == null;
                if (temporary) {
                    current.entrySet().stream().filter(entry -> entry.getValue().equals(action.id)).findFirst()
                            .ifPresent(entry -> entry.setValue(action.renamedTo));
                }
            }
        }
    }
}
