package io.quarkiverse.dibs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.BaselineReport;
import io.quarkiverse.dibs.report.HistoryReport;
import io.quarkiverse.dibs.report.HistoryRow;
import io.quarkiverse.dibs.report.LockHolder;
import io.quarkiverse.dibs.report.LockReport;
import io.quarkiverse.dibs.report.RepairAction;
import io.quarkiverse.dibs.report.RepairReport;
import io.quarkiverse.dibs.report.ValidateReport;

class HistoryMapperTest {

    @Test
    void whatIsNotValidComesBackAsItWas() {
        ValidateReport report = new ValidateReport("db",
                List.of(Problem.of("DIBS-0660", Category.REFUSED, "gone").remedy("Bring it back.")), List.of("newer"));
        assertThat(HistoryMapper.fromProto(HistoryMapper.toProto(report))).isEqualTo(report);
    }

    @Test
    void aRepairComesBackAsItWas() {
        RepairReport report = new RepairReport("db",
                List.of(new RepairAction("accept-change", "1", "One", "was changed", true),
                        new RepairAction("remove-missing", "2", "Two", "is gone", false)),
                List.of("by hand"));
        assertThat(HistoryMapper.fromProto(HistoryMapper.toProto(report))).isEqualTo(report);
    }

    @Test
    void aBaselineComesBackAsItWas() {
        BaselineReport report = new BaselineReport("db", "2", List.of("1 One", "2 Two"));
        assertThat(HistoryMapper.fromProto(HistoryMapper.toProto(report))).isEqualTo(report);
    }

    @Test
    void whoHoldsTheLockComesBackAsItWas() {
        for (LockReport report : List.of(new LockReport("db", Optional.empty(), false),
                new LockReport("db", Optional.of(new LockHolder(7, "dibs migrate", "local", "me",
                        Optional.of(Instant.ofEpochMilli(5)), "active")), true),
                new LockReport("db", Optional.of(new LockHolder(7, "", "", "", Optional.empty(), "")), false))) {
            assertThat(HistoryMapper.fromProto(HistoryMapper.toProto(report))).isEqualTo(report);
        }
    }

    @ParameterizedTest
    @EnumSource(HistoryRow.Action.class)
    void aHistoryComesBackAsItWas(HistoryRow.Action action) {
        HistoryReport history = new HistoryReport("db", List.of(
                new HistoryRow(1, Instant.ofEpochMilli(5), action, "1", "One", OptionalLong.of(7), new UUID(1, 2), "me", "1.0",
                        "2.0", "note"),
                new HistoryRow(2, Instant.ofEpochMilli(6), action, "2", "Two", OptionalLong.empty(), new UUID(3, 4), "me",
                        "1.0",
                        "", "")));
        assertThat(HistoryMapper.fromProto(HistoryMapper.toProto(history))).isEqualTo(history);
    }
}
