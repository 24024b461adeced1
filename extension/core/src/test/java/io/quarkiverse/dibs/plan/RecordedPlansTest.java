package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.diff.DiffOptions;
import io.quarkiverse.dibs.diff.Differ;
import io.quarkiverse.dibs.diff.Display;
import io.quarkiverse.dibs.schema.Schema;

/**
 * The plans of the corpus, made again from what the catalogs said, without a server: each is to be the one that was proved on a
 * server. {@code CorpusTest -Dupdate} writes them anew once a change of plan is proved.
 */
class RecordedPlansTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/quarkiverse/dibs/plan/corpus");
    private static final int MAJOR = 15;

    static List<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thereAreAreas() throws IOException {
        assertThat(areas()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("areas")
    void plansAreAsProved(String area) throws IOException {
        List<RecordedCase> cases = RecordedCase.parse(Files.readString(FOLDER.resolve(area)));
        assertThat(cases).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        for (RecordedCase recorded : cases) {
            all.assertThat(plan(recorded.from(), recorded.to(), recorded.forward())).as(recorded.name() + " forward")
                    .isEqualTo(recorded.forward().plan());
            recorded.backward().ifPresent(way -> all.assertThat(plan(recorded.to(), recorded.from(), way))
                    .as(recorded.name() + " backward").isEqualTo(way.plan()));
        }
        all.assertAll();
    }

    private static String plan(Schema from, Schema to, RecordedCase.Way way) {
        Diff diff = Differ.diff(from, to, DiffOptions.complete().withServerMajor(MAJOR).withRenames(way.renames()));
        return diff.changes().stream().map(change -> Display.of(change) + "\n").collect(Collectors.joining())
                + Planner.plan(diff, PlanOptions.forServer(MAJOR));
    }
}
