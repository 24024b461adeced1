package io.quarkiverse.dibs.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.Plan;
import io.quarkiverse.dibs.plan.PlanOptions;
import io.quarkiverse.dibs.plan.Planner;
import io.quarkiverse.dibs.report.DiffReports;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class PlanFileCodecTest {

    private static final ObjectId USERS = ObjectId.table("public", "users");
    private static final ObjectId GONE = ObjectId.table("public", "gone \"away\"\n");

    @Test
    void whatIsWrittenIsReadBack() {
        PlanFile plan = plan();
        assertThat(plan.statementCount()).isPositive();
        assertThat(PlanFileCodec.read(PlanFileCodec.write(plan))).isEqualTo(plan);
        assertThat(plan.consentNeeded()).containsExactly(Hazard.DELETES_DATA);
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        assertThat(PlanFileCodec.write(plan())).isEqualTo(PlanFileCodec.write(plan())).doesNotContain("\r").endsWith("}\n");
    }

    @Test
    void lineEndsAndIndentationDoNotMatter() {
        String text = PlanFileCodec.write(plan());
        assertThat(PlanFileCodec.read(text.replace("\n", "\r\n").replace("  ", "\t"))).isEqualTo(plan());
    }

    @Test
    void aFileThatWasCutOffIsRefusedWithItsPlaceAlone() {
        String text = PlanFileCodec.write(plan());
        Problem problem = problem(text.substring(0, text.length() / 2));
        assertThat(problem.code()).isEqualTo("DIBS-0511");
        assertThat(problem.message()).contains("line ").doesNotContain("Source:").doesNotContain("REDACTED");
    }

    @Test
    void everyChangedValueIsNoticed() {
        List<String> lines = PlanFileCodec.write(plan()).lines().toList();
        int tried = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String changed = line.replaceFirst("(: |^ *)\"(.)", "$1\"~$2").replace(": true", ": false");
            if (!changed.equals(line) && !line.contains("\"kind\"") && !line.matches(" *\"[^\"]*\" : [\\[{].*")) {
                tried++;
                StringBuilder file = new StringBuilder();
                for (int j = 0; j < lines.size(); j++) {
                    file.append(i == j ? changed : lines.get(j)).append('\n');
                }
                assertThat(problem(file.toString()).code()).as(changed).isIn("DIBS-0511", "DIBS-0513");
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void aNewerFormatIsToldBeforeAnythingElse() {
        Problem problem = problem(PlanFileCodec.write(plan()).replace("\"formatVersion\" : 1", "\"formatVersion\" : 7"));
        assertThat(problem.code()).isEqualTo("DIBS-0512");
        assertThat(problem.category()).isEqualTo(Category.USAGE);
        assertThat(problem.message()).contains("7");
        assertThat(problem.remedy()).get().asString().contains("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "{} {}", "{\"kind\": null}", "{\"kind\": \"diff\"}",
            "{\"kind\": \"dibs-plan\"}", "{\"kind\": \"dibs-plan\", \"formatVersion\": \"1\"}", "\u0000\u0001" })
    void whatIsNoPlanFileIsOneClearProblem(String text) {
        Problem problem = problem(text);
        assertThat(problem.code()).isEqualTo("DIBS-0511");
        assertThat(problem.message()).startsWith("this is not a plan file of dibs: ");
    }

    @Test
    void aSegmentEndsWhereSomethingHasToBeCommitted() {
        assertThat(plan().segments()).hasSize(2).allMatch(PlannedSegment::transactional);
        assertThat(plan().segments().get(0).statements()).last().asString().contains("ADD VALUE");
    }

    @Test
    void printsNameWhatDiffersAndLeaveOutWhatNoDiffCompares() {
        SchemaPrint one = SchemaPrint.of(schema(false, 1, "a").build(), true);
        assertThat(one).isEqualTo(SchemaPrint.of(schema(false, 9, "a").build(), true));
        SchemaPrint other = SchemaPrint.of(schema(true, 1, "a", "b").build(), true);
        assertThat(one.differences(other)).containsExactly("table gone \"away\"\n is there", "type mood differs");
        assertThat(other.differences(one)).contains("table gone \"away\"\n is not there");
        assertThat(other.fingerprint()).hasSize(64).isNotEqualTo(one.fingerprint());
    }

    private static Problem problem(String text) {
        DibsException e = catchThrowableOfType(DibsException.class, () -> PlanFileCodec.read(text));
        assertThat(e).as(text).isNotNull();
        return e.problem();
    }

    private static PlanFile plan() {
        ObjectId note = ObjectId.column(USERS, "note");
        Schema from = schema(true, 1, "a").build();
        Schema to = schema(false, 1, "a", "b").add(Column.of(note, 2, new SqlType("public.mood"), false))
                .add(new ColumnDefault(ObjectId.part(ObjectKind.COLUMN_DEFAULT, note, ""), new Expression("'b'::public.mood")))
                .build();
        Diff diff = Differ.diff(from, to, DiffOptions.complete());
        Plan plan = Planner.plan(diff, PlanOptions.newest());
        return PlanFile.of("1.2.3", DiffReports.plan("a", "b", plan, Optional.empty(), List.of("mind the gap"),
                Fingerprint.of(from), Fingerprint.of(to), 18),
                diff, plan, false, List.of("public"), "public");
    }

    private static Schema.Builder schema(boolean withGone, int position, String... labels) {
        Schema.Builder schema = Schema.builder().add(Table.plain(USERS))
                .add(Column.of(ObjectId.column(USERS, "id"), position, new SqlType("bigint"), true))
                .add(new EnumType(ObjectId.inSchema(ObjectKind.ENUM, "public", "mood"), List.of(labels)));
        return withGone ? schema.add(Table.plain(GONE)) : schema;
    }
}
