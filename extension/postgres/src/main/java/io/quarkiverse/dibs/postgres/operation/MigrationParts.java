package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.plan.HazardNote;
import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.RelationCap;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.source.MigrationPart;

/**
 * Cuts a plan into migrations. Neighbours that share a transaction share a migration; what must be committed ends one; what
 * cannot run in a transaction has one of its own.
 */
final class MigrationParts {

    private static final String UNHURRIED = "SET LOCAL statement_timeout = 0";

    private final String description;
    private final List<MigrationPart> parts = new ArrayList<>();
    private final List<MigrationPart.Entry> current = new ArrayList<>();
    private final RelationCap cap = new RelationCap();
    private boolean unhurried;

    private MigrationParts(String description) {
        this.description = description;
    }

    /**
     * @param remarks stand before everything else
     */
    static List<MigrationPart> of(Plan plan, String description, List<String> remarks) {
        MigrationParts cut = new MigrationParts(description);
        if (!remarks.isEmpty()) {
            cut.current.add(new MigrationPart.Remark(remarks));
        }
        plan.steps().forEach(cut::add);
        cut.flush(true);
        return cut.parts;
    }

    private void add(Step step) {
        boolean alone = step.segment() == Segment.NO_TRANSACTION;
        if (alone || cap.isExceededBy(step.effects().locks().keySet().stream().map(ObjectId::display).toList())) {
            flush(true);
        }
        if (!alone && mayTakeLong(step) && !unhurried) {
            current.add(new MigrationPart.Execute(UNHURRIED, List.of("what follows reads every row and blocks nobody")));
            unhurried = true;
        }
        List<String> comments = step.hazards().stream().map(MigrationParts::describe).distinct().toList();
        for (String statement : step.statements()) {
            current.add(new MigrationPart.Execute(statement, comments));
            comments = List.of();
        }
        if (step.segment() != Segment.TRANSACTION) {
            flush(!alone);
            cap.clear();
        }
    }

    /** Whether it reads whole tables under locks that neither readers nor writers meet. */
    private static boolean mayTakeLong(Step step) {
        return !step.effects().scans().isEmpty() && step.effects().rewrites().isEmpty()
                && step.effects().locks().values().stream().noneMatch(LockMode::blocksWrites);
    }

    private void flush(boolean transactional) {
        if (!current.isEmpty()) {
            parts.add(new MigrationPart(description, transactional, current));
            current.clear();
        }
        unhurried = false;
    }

    /** {@code deletes-data: users: reason; safer way}. */
    static String describe(HazardNote note) {
        return note.hazard().writtenName() + ": " + note.relation().display() + ": " + note.reason()
                + (note.saferWay().isEmpty() ? "" : "; " + note.saferWay());
    }
}
