package io.quarkiverse.dibs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.FleetEvent;
import io.quarkiverse.dibs.report.FleetRow;
import io.quarkiverse.dibs.report.FleetState;
import io.quarkiverse.dibs.report.MigrationEvent;

class FleetMapperTest {

    static Stream<FleetEvent> events() {
        FleetRow row = new FleetRow("tenant_7", "app@db1:5432/shop, schema tenant_7", FleetState.FAILED, Optional.empty(),
                Optional.of("2"), 1, 3, 40,
                List.of(Problem.of("DIBS-0620", Category.SQL, "no").at("M1.java:7"),
                        Problem.of("DIBS-0202", Category.CONNECTION, "x")),
                List.of("careful"));
        return Stream.of(new FleetEvent.Began(5, 20, 8, "0/4"), new FleetEvent.Began(5, 5, 1, ""),
                new FleetEvent.Told("tenant_7", new MigrationEvent.Finished("1", "One", 3)), new FleetEvent.Ended(row),
                FleetEvent.Summary.of(MigrationEvent.Outcome.FAILED, List.of(row), 50),
                new FleetEvent.Summary(MigrationEvent.Outcome.DRY_RUN, new TreeMap<>(), 0));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsComeBackAsTheyWere(FleetEvent event) {
        assertThat(FleetMapper.fromProto(FleetMapper.toProto(event))).contains(event);
    }

    @ParameterizedTest
    @EnumSource(FleetState.class)
    void everyStateComesBackAsItWas(FleetState state) {
        FleetEvent event = new FleetEvent.Ended(new FleetRow("t", "w", state, Optional.of("1"), Optional.empty(), 0, 0, 0,
                List.of(), List.of()));
        assertThat(FleetMapper.fromProto(FleetMapper.toProto(event))).contains(event);
    }

    @ParameterizedTest
    @EnumSource(MigrationEvent.Outcome.class)
    void everyOutcomeComesBackAsItWas(MigrationEvent.Outcome outcome) {
        FleetEvent event = new FleetEvent.Summary(outcome, new TreeMap<>(), 7);
        assertThat(FleetMapper.fromProto(FleetMapper.toProto(event))).contains(event);
    }
}
