package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.plan.Effects;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.HazardNote;
import io.quarkiverse.dibs.plan.LockMode;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.plan.Step;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.UniqueConstraint;

class ReportsTest {

    private static final ObjectId USERS = ObjectId.table("public", "users");
    private static final ObjectId EMAIL = ObjectId.column(USERS, "email");

    private static final Schema EMPTY = Schema.builder().add(new Namespace(ObjectId.namespace("public"))).build();

    private static final Schema SHOP = EMPTY.toBuilder().add(Table.plain(USERS))
            .add(Column.of(EMAIL, 1, new SqlType("text"), true))
            .add(new UniqueConstraint(ObjectId.part(ObjectKind.UNIQUE, USERS, "users_email_key"), List.of("email"), List.of(),
                    false, Deferrability.NOT_DEFERRABLE, false, new TreeMap<>(), Optional.empty()))
            .add(new Comment(ObjectId.part(ObjectKind.COMMENT, USERS, ""), "People")).build();

    private static final Intent INTENT = new Intent(SHOP, "public", List.of(),
            new TreeMap<>(Map.of(EMAIL, new Intent.Source("org.acme.User", "email", "User.java", 14, 5,
                    Optional.of("Where to write to."), Optional.of("String")))),
            new TreeMap<>(), List.of("table users has no primary key"));

    @Test
    void aNewTableIsReportedWithItsPartsUnderItsName() {
        DiffReport report = report(EMPTY, SHOP);

        assertThat(new TextRenderer(Palette.PLAIN).render(report)).startsWith("""
                from the database to the entities

                users
                """).contains("  + users.email").contains("text not null").contains("User.java:14")
                .contains("table users has no primary key");
        assertThat(report.steps()).isNotEmpty();
        assertThat(report.changes()).allMatch(change -> change.table().equals("users"));
        assertThat(report.changes()).as("each is made by a step of the plan")
                .allMatch(change -> change.step() >= 1 && change.step() <= report.steps().size());
    }

    @Test
    void aHazardIsShownWithItsLock() {
        Diff diff = Differ.diff(SHOP, EMPTY, DiffOptions.complete());
        Step step = new Step(1, diff.changes(), List.of("DROP TABLE users"), Segment.TRANSACTION,
                Effects.lock(USERS, LockMode.ACCESS_EXCLUSIVE),
                List.of(new HazardNote(Hazard.DELETES_DATA, USERS, "the rows go", "")), List.of());

        assertThat(DiffReports.steps(new Plan(List.of(step))).get(0).hazards())
                .containsExactly(new HazardLine("deletes-data", "users", "access exclusive", "the rows go", ""));
    }

    @Test
    void theSchemaIsReportedWithKeysAndDocumentation() {
        SchemaReport schema = SchemaReports.of("the entities", INTENT);

        assertThat(new TextRenderer(Palette.PLAIN).render(schema, false)).contains("users\n  People\n")
                .contains("email  text  not null, unique  Where to write to.  User.java:14");
        assertThat(new TextRenderer(Palette.PLAIN).render(schema, true)).contains("email  text  not null, unique\n")
                .doesNotContain("User.java");
    }

    @Test
    void oneColumnIsShownWithAllThatIsKnownOfIt() {
        SchemaReport column = SchemaReports.of("the entities", INTENT,
                Map.of(ObjectId.column(USERS, "email"), List.of("created by 1 one")), List.of()).only("users.email")
                .orElseThrow();

        String text = new TextRenderer(Palette.PLAIN, location -> Optional.of("file:///src/" + location.file())).render(column,
                false);

        assertThat(SourceLinks.visible(text)).startsWith("users.email  text, not null, unique\n  Where to write to.\n")
                .contains("  declared at ", "User.java:14", "\n  created by 1 one\n");
        assertThat(text).contains("\u001b]8;;file:///src/User.java\u001b\\");
        assertThat(new TextRenderer(Palette.PLAIN).render(column, false)).isEqualTo(SourceLinks.visible(text));
        assertThat(column.only("users.name")).isEmpty();
    }

    private static DiffReport report(Schema from, Schema to) {
        Diff diff = Differ.diff(from, to, DiffOptions.complete());
        Plan plan = Planner.plan(diff, PlanOptions.newest());
        return DiffReports.of("the database", "the entities", diff, plan, Optional.of(INTENT), List.of(),
                Fingerprint.of(from), Fingerprint.of(to));
    }
}
