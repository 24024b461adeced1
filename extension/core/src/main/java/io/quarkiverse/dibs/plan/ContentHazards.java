package io.quarkiverse.dibs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.TypeConversion;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.sql.Identifiers;
import io.quarkiverse.dibs.sql.WriteContext;

/** What a change does to data, to running code and to roles, whatever its locks are. */
final class ContentHazards implements Change.Visitor<List<HazardNote>> {

    private final Surroundings surroundings;
    private final List<Change> changes;
    private final WriteContext form;
    private final List<HazardNote> notes = new ArrayList<>();

    ContentHazards(Surroundings surroundings, List<Change> changes, WriteContext form) {
        this.surroundings = surroundings;
        this.changes = changes;
        this.form = form;
    }

    @Override
    public List<HazardNote> visit(Change.Create create) {
        DbObject object = create.object();
        // the plan itself creates the index, but not its table
        ObjectId relation = object instanceof Index index ? index.table() : relation(object.id());
        if (object instanceof Grant grant && !grant.revokedDefaults().isEmpty()) {
            add(Hazard.LOSES_PRIVILEGE, grant.id().parent(), "a privilege that everyone has by default is revoked", "");
        }
        if (object instanceof Partition place && !form.notValid()) {
            surroundings.defaultPartition(place.partitionOf()).filter(rest -> !rest.equals(relation))
                    .ifPresent(rest -> mayFail(rest, "a row that belongs into the new partition makes it fail"));
        }
        if (surroundings.isBorn(relation)) {
            return notes;
        }
        if (object instanceof Column column) {
            column(column);
        } else if (object instanceof Index index && index.unique()) {
            mayFail(index.table(), "rows with the same values make it fail");
        } else if (object instanceof PrimaryKey || object instanceof UniqueConstraint) {
            if (form.usingIndex().isEmpty()) {
                mayFail(relation, "rows with the same values make it fail");
            }
        } else if (object instanceof ExclusionConstraint) {
            mayFail(relation, "rows that exclude each other make it fail");
        } else if (object instanceof CheckConstraint check && check.validated() && check.enforced() && !form.notValid()) {
            mayFail(relation, "a row that does not pass makes it fail");
        } else if (object instanceof ForeignKey key && key.validated() && key.enforced() && !form.notValid()) {
            mayFail(relation, "a row without its counterpart makes it fail");
        } else if (object instanceof DomainConstraint check && check.validated() && !form.notValid()) {
            mayFail(relation, "a value that does not pass makes it fail");
        } else if (object instanceof Partition && !form.notValid()) {
            mayFail(relation, "a row outside the bounds makes it fail");
        } else if (object instanceof Inheritance tie && surroundings.haveNullsToPass(tie)) {
            mayFail(relation, "a null where the parent has none makes it fail");
        }
        return notes;
    }

    private void column(Column column) {
        if (form.using().isPresent()) {
            columnType(surroundings.before().find(column.id(), Column.class).orElse(column), column);
            return;
        }
        boolean filled = column.identity().isPresent() || column.generated().isPresent()
                || changes.stream().anyMatch(change -> change instanceof Change.Create other
                        && other.object() instanceof ColumnDefault);
        if (column.notNull() && !filled) {
            String safer = "add it nullable or with a default, fill it, then SET NOT NULL";
            if (column.hasNoNulls()) {
                add(Hazard.MAY_FAIL_ON_DATA, column.id().parent(), "the rows that are there have no value for it", safer);
            }
            add(Hazard.BREAKS_RUNNING_CODE, column.id().parent(), "an INSERT that does not know the column fails", safer);
        }
    }

    /** Whether all rows are in partitions that go by steps of their own, if at all. */
    private boolean hasOnlyOthersRows(Table table) {
        return table.partitionKey().isPresent() && changes.stream().noneMatch(change -> change instanceof Change.Drop other
                && other.object() instanceof Table part && part != table);
    }

    @Override
    public List<HazardNote> visit(Change.Drop drop) {
        DbObject object = drop.object();
        ObjectId id = object.id();
        boolean comesBack = surroundings.after().contains(id);
        switch (id.kind()) {
            case TABLE -> {
                if (form.rowsKept()) {
                    moved(id);
                    return notes;
                }
                if (!hasOnlyOthersRows((Table) object)) {
                    add(Hazard.DELETES_DATA, id, "the table and all its rows are gone", "keep a copy, or rename it first");
                }
                breaksCode(id, comesBack);
            }
            case COLUMN -> {
                if (((Column) object).generated().isEmpty() && form.using().isEmpty()) {
                    add(Hazard.DELETES_DATA, id.parent(), "all values of " + id.display() + " are gone",
                            "let the application stop using it first");
                }
                breaksCode(id.parent(), comesBack);
            }
            case SEQUENCE -> {
                add(Hazard.DELETES_DATA, id, "the sequence forgets where it was", "");
                breaksCode(id, comesBack);
            }
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, ROUTINE, AGGREGATE, OPERATOR, ENUM, COMPOSITE, RANGE, BASE_TYPE,
                    DOMAIN,
                    NAMESPACE, EXTENSION, CAST, LANGUAGE, TEXT_SEARCH_CONFIGURATION ->
                breaksCode(id, comesBack);
            case COLUMN_DEFAULT -> dropDefault((ColumnDefault) object, comesBack);
            case GRANT -> {
                if (!((Grant) object).privileges().isEmpty() && !comesBack) {
                    add(Hazard.LOSES_PRIVILEGE, id.parent(), role(id) + " loses its privileges", "");
                }
            }
            case POLICY -> {
                if (((Policy) object).permissive() && !comesBack) {
                    add(Hazard.LOSES_PRIVILEGE, id.parent(), "the rows it lets through are hidden", "");
                }
            }
            default -> {
            }
        }
        return notes;
    }

    /** A partition's rows go with those of its table, of which the same is said. */
    private void moved(ObjectId table) {
        if (surroundings.before().contains(Partition.idOf(table))) {
            breaksCode(table, surroundings.after().contains(table));
            return;
        }
        String safer = "create the new table beside it, copy the rows in batches, then change the names";
        add(Hazard.REWRITES_TABLE, table, "every row is written again, into the new table", safer);
        add(Hazard.BLOCKS_READS, table, "readers and writers wait until it is done", safer);
        mayFail(table, "a row that belongs to no partition, or has no value for a new column, makes it fail");
    }

    private void dropDefault(ColumnDefault value, boolean comesBack) {
        ObjectId column = value.id().parent();
        boolean needed = surroundings.after().find(column, Column.class)
                .filter(now -> now.notNull() && now.identity().isEmpty() && now.generated().isEmpty()).isPresent();
        if (needed && !comesBack) {
            add(Hazard.BREAKS_RUNNING_CODE, column.parent(),
                    "an INSERT that leaves " + column.name() + " out fails", "let the application set it first");
        }
    }

    @Override
    public List<HazardNote> visit(Change.Alter alter) {
        DbObject from = alter.alteration().from();
        DbObject to = alter.alteration().to();
        ObjectId relation = relation(to.id());
        switch (alter.alteration().aspect()) {
            case COLUMN_TYPE -> columnType((Column) from, (Column) to);
            case COLUMN_NOT_NULL, COLUMN_NOT_NULL_VALIDATED -> {
                if (((Column) to).hasNoNulls()) {
                    mayFail(relation, "a row with a null makes it fail");
                }
            }
            case COLUMN_IDENTITY -> {
                if (((Column) to).identity().filter(Column.Identity::always).isPresent()) {
                    add(Hazard.BREAKS_RUNNING_CODE, relation, "an INSERT that sets the column fails", "");
                }
            }
            case CHECK_VALIDATED, FOREIGN_KEY_VALIDATED, DOMAIN_CONSTRAINT_VALIDATED ->
                mayFail(relation, "a row that does not pass makes it fail");
            case FOREIGN_KEY_ENFORCED -> {
                if (((ForeignKey) to).enforced()) {
                    mayFail(relation, "a row without its counterpart makes it fail");
                }
            }
            case ENUM_LABEL_NAMES ->
                add(Hazard.BREAKS_RUNNING_CODE, relation, "code that knows a label by its former text fails",
                        "stop the application, or add a label and move the rows over");
            case DOMAIN_NOT_NULL -> {
                if (((DomainType) to).notNull()) {
                    mayFail(relation, "a null in a column of the domain makes it fail");
                }
            }
            case SEQUENCE_OPTIONS -> sequence((Sequence) from, (Sequence) to);
            case COMPOSITE_ATTRIBUTES -> composite((CompositeType) from, (CompositeType) to);
            case TABLE_PERSISTENCE -> {
                if (((Table) to).persistence() == Persistence.UNLOGGED) {
                    add(Hazard.DELETES_DATA, relation, "an unlogged table is emptied after a crash", "");
                }
            }
            case TABLE_ROW_SECURITY -> {
                if (((Table) to).rowSecurity()) {
                    add(Hazard.LOSES_PRIVILEGE, relation, "a role without a policy sees no rows", "create the policies first");
                }
            }
            case MATERIALIZED_VIEW_POPULATED -> {
                if (!((MaterializedView) to).populated()) {
                    add(Hazard.BREAKS_RUNNING_CODE, relation, "a view without data cannot be read", "");
                }
            }
            case OWNER_ROLE -> add(Hazard.LOSES_PRIVILEGE, to.id().parent(),
                    ((Owner) from).role() + " is no longer the owner", "");
            case GRANT_PRIVILEGES -> grant((Grant) from, (Grant) to);
            default -> {
            }
        }
        return notes;
    }

    private void columnType(Column from, Column to) {
        if (surroundings.isBorn(to.id().parent()) || to.id().parent().kind() == ObjectKind.FOREIGN_TABLE) {
            return;
        }
        TypeConversion conversion = new TypeConversion(surroundings.baseType(from.type()),
                surroundings.baseType(to.type()));
        if (conversion.losesDetail()) {
            add(Hazard.DELETES_DATA, to.id().parent(), "values of " + to.id().name() + " lose a part of what they hold",
                    "keep the old column until nobody needs it");
        }
        lostAttribute(from.type(), to.type()).ifPresent(gone -> add(Hazard.DELETES_DATA, to.id().parent(),
                "the values of attribute " + gone + " are gone", ""));
        if (conversion.mayFail() || surroundings.isConstrainedDomain(to.type()) || form.using().isPresent()) {
            mayFail(to.id().parent(), "a value that cannot be converted makes it fail");
        }
    }

    private void sequence(Sequence from, Sequence to) {
        if (to.options().max() < from.options().max() || to.options().min() > from.options().min()) {
            mayFail(to.id(), "it fails when the sequence is already outside the new bounds");
        }
    }

    private void composite(CompositeType from, CompositeType to) {
        List<String> names = to.attributes().stream().map(CompositeType.Attribute::name).toList();
        if (from.attributes().stream().anyMatch(attribute -> !names.contains(attribute.name()))) {
            add(Hazard.DELETES_DATA, to.id(), "the values of an attribute are gone", "");
        }
    }

    /** The attribute that values of a composite type built anew lose. */
    private Optional<String> lostAttribute(SqlType from, SqlType to) {
        List<String> kept = attributes(surroundings.after(), to);
        return attributes(surroundings.before(), from).stream().filter(name -> !kept.isEmpty() && !kept.contains(name))
                .findFirst();
    }

    private static List<String> attributes(Schema schema, SqlType type) {
        return schema.all(CompositeType.class)
                .filter(composite -> type.name().equals(Identifiers.qualify(composite.id().schema(), composite.id().name())))
                .flatMap(composite -> composite.attributes().stream()).map(CompositeType.Attribute::name).toList();
    }

    private void grant(Grant from, Grant to) {
        boolean revoked = !to.privileges().keySet().containsAll(from.privileges().keySet())
                || !from.revokedDefaults().containsAll(to.revokedDefaults())
                || from.privileges().entrySet().stream()
                        .anyMatch(entry -> entry.getValue() && !to.privileges().getOrDefault(entry.getKey(), false));
        if (revoked) {
            add(Hazard.LOSES_PRIVILEGE, to.id().parent(), role(to.id()) + " loses a privilege", "");
        }
    }

    @Override
    public List<HazardNote> visit(Change.Rename rename) {
        if (form.using().isPresent() || form.rowsKept()) {
            return notes;
        }
        ObjectId id = rename.from().id();
        switch (id.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, ROUTINE, AGGREGATE, ENUM, COMPOSITE, RANGE, BASE_TYPE,
                    DOMAIN,
                    NAMESPACE, COLUMN, TEXT_SEARCH_CONFIGURATION ->
                add(Hazard.BREAKS_RUNNING_CODE, relation(id), "code that knows it as " + id.display() + " fails",
                        "stop the application, or bridge the names with a view");
            default -> {
            }
        }
        return notes;
    }

    private void breaksCode(ObjectId relation, boolean comesBack) {
        if (!comesBack) {
            add(Hazard.BREAKS_RUNNING_CODE, relation, "code that uses it fails", "let the application stop using it first");
        }
    }

    private void mayFail(ObjectId relation, String reason) {
        if (!surroundings.isBorn(relation)) {
            add(Hazard.MAY_FAIL_ON_DATA, relation, reason, "look for such rows first");
        }
    }

    private void add(Hazard hazard, ObjectId relation, String reason, String saferWay) {
        notes.add(new HazardNote(hazard, relation, reason, saferWay));
    }

    private static String role(ObjectId grant) {
        return grant.name().isEmpty() ? "everyone" : grant.name();
    }

    /** The table a part belongs to; an object that stands alone is its own. */
    private static ObjectId relation(ObjectId id) {
        return id.root();
    }
}
