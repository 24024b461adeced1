package io.quarkiverse.dibs.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.Display;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.HazardNote;
import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/** Makes reports of a diff and its plan: what is typed there becomes what people and programs read. */
public final class DiffReports {

    private DiffReports() {
    }

    /**
     * @param intent where the objects stand in the source, when one side is the entities
     * @param warnings more of them; the intent's own come first, and none twice
     */
    public static DiffReport of(String from, String to, Diff diff, Plan plan, Optional<Intent> intent, List<String> warnings,
            Fingerprint fromFingerprint, Fingerprint toFingerprint) {
        Map<Change, Step> stepOf = new HashMap<>();
        plan.steps().forEach(step -> step.changes().forEach(change -> stepOf.putIfAbsent(change, step)));
        return new DiffReport(from, to,
                diff.changes().stream().map(change -> line(change, Optional.ofNullable(stepOf.get(change)), intent)).toList(),
                steps(plan),
                diff.unmanaged().stream().map(ObjectId::toString).toList(),
                diff.unmodelled().stream().map(object -> object.kind() + " " + object.name()).toList(),
                diff.questions().stream().map(question -> new RenameLine(question.from().kind().label(),
                        question.from().display(), question.to().display(), question.flag())).toList(),
                all(intent, warnings), fromFingerprint, toFingerprint);
    }

    /**
     * @param serverMajor the major version of the server it was made for, or 0
     */
    public static PlanReport plan(String from, String to, Plan plan, Optional<Intent> intent, List<String> warnings,
            Fingerprint fromFingerprint, Fingerprint toFingerprint, int serverMajor) {
        return new PlanReport(from, to, steps(plan), all(intent, warnings), fromFingerprint, toFingerprint, serverMajor);
    }

    /** The steps of a plan. */
    public static List<StepLine> steps(Plan plan) {
        return plan.steps().stream().map(step -> new StepLine(step.number(), step.segment(), step.statements(), step.reasons(),
                hazards(step))).toList();
    }

    /** Where an object, or the nearest one it is a part of, stands in the source. */
    static Optional<SourceLocation> source(Optional<Intent> intent, ObjectId id) {
        for (ObjectId at = id; at != null && intent.isPresent(); at = at.parent()) {
            Intent.Source source = intent.get().sources().get(at);
            if (source != null) {
                return Optional.of(new SourceLocation(source.className(), text(source.member()), text(source.file()),
                        source.line(), source.column()));
            }
        }
        return Optional.empty();
    }

    private static ChangeLine line(Change change, Optional<Step> step, Optional<Intent> intent) {
        Display display = Display.of(change);
        Optional<String> sql = step.filter(made -> made.changes().stream()
                .allMatch(other -> other.equals(change) || isPartOf(other.id(), change.id())))
                .map(alone -> String.join(";\n", alone.statements()));
        ObjectId after = change.accept(AFTER);
        return new ChangeLine(change.id().kind().label(), sign(change), group(change), display.name(), display.description(),
                sql, step.filter(first -> first.changes().get(0).equals(change)).map(DiffReports::hazards).orElse(List.of()),
                source(intent, after), step.map(Step::number).orElse(0));
    }

    private static boolean isPartOf(ObjectId part, ObjectId whole) {
        for (ObjectId at = part.parent(); at != null; at = at.parent()) {
            if (at.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    private static Sign sign(Change change) {
        return change.accept(new Change.Visitor<Sign>() {
            @Override
            public Sign visit(Change.Create create) {
                return Sign.CREATED;
            }

            @Override
            public Sign visit(Change.Drop drop) {
                return Sign.DROPPED;
            }

            @Override
            public Sign visit(Change.Alter alter) {
                return Sign.ALTERED;
            }

            @Override
            public Sign visit(Change.Rename rename) {
                return Sign.ALTERED;
            }
        });
    }

    private static final Change.Visitor<ObjectId> AFTER = new Change.Visitor<>() {
        @Override
        public ObjectId visit(Change.Create create) {
            return create.id();
        }

        @Override
        public ObjectId visit(Change.Drop drop) {
            return drop.id();
        }

        @Override
        public ObjectId visit(Change.Alter alter) {
            return alter.id();
        }

        @Override
        public ObjectId visit(Change.Rename rename) {
            return rename.to();
        }
    };

    /** The relation under which people look for it; an index stands under its table. */
    private static String group(Change change) {
        ObjectId root = change.accept(AFTER).root();
        Optional<ObjectId> indexed = object(change).filter(Index.class::isInstance).map(index -> ((Index) index).table());
        ObjectId group = indexed.orElse(root);
        return group.kind().isRelation() && group.kind() != ObjectKind.SEQUENCE && group.kind() != ObjectKind.COMPOSITE
                ? group.display()
                : "";
    }

    private static Optional<DbObject> object(Change change) {
        return change.accept(new Change.Visitor<Optional<DbObject>>() {
            @Override
            public Optional<DbObject> visit(Change.Create create) {
                return Optional.of(create.object());
            }

            @Override
            public Optional<DbObject> visit(Change.Drop drop) {
                return Optional.of(drop.object());
            }

            @Override
            public Optional<DbObject> visit(Change.Alter alter) {
                return Optional.of(alter.alteration().to());
            }

            @Override
            public Optional<DbObject> visit(Change.Rename rename) {
                return Optional.of(rename.from());
            }
        });
    }

    private static List<HazardLine> hazards(Step step) {
        List<HazardLine> lines = new ArrayList<>();
        for (HazardNote note : step.hazards()) {
            LockMode lock = step.effects().locks().get(note.relation());
            lines.add(new HazardLine(note.hazard().writtenName(), note.relation().display(),
                    lock == null ? "" : lock.name().toLowerCase(Locale.ROOT).replace('_', ' '), text(note.reason()),
                    text(note.saferWay())));
        }
        return lines;
    }

    private static List<String> all(Optional<Intent> intent, List<String> warnings) {
        Set<String> all = new LinkedHashSet<>(intent.map(Intent::warnings).orElse(List.of()));
        all.addAll(warnings);
        return List.copyOf(all);
    }

    private static String text(String nullable) {
        return nullable == null ? "" : nullable;
    }
}
