package io.quarkiverse.dibs.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.quarkiverse.dibs.plan.Segment;

/** Reports in which every member has a value, for tests. */
final class Samples {

    static final HazardLine DELETES_DATA = new HazardLine("deletes-data", "users", "access exclusive",
            "the column's values are lost", "keep the column until nothing reads it");

    static final SourceLocation SOURCE = new SourceLocation("org.acme.User", "email", "User.java", 14, 5);

    static final DiffReport DIFF = new DiffReport("the database shop", "the entities",
            List.of(new ChangeLine("column", Sign.CREATED, "users", "users.email", "text not null",
                    Optional.of("ALTER TABLE users ADD COLUMN email text NOT NULL"), List.of(), Optional.of(SOURCE), 1),
                    ChangeLine.of("column", Sign.DROPPED, "users", "users.mail", "text"),
                    ChangeLine.of("index", Sign.ALTERED, "orders", "orders_day_idx", "on (day)")),
            List.of(new StepLine(1, Segment.TRANSACTION,
                    List.of("ALTER TABLE users ADD COLUMN email text NOT NULL"), List.of("nothing needs it"), List.of()),
                    new StepLine(2, Segment.TRANSACTION, List.of("ALTER TABLE users DROP COLUMN mail"), List.of(),
                            List.of(DELETES_DATA)),
                    new StepLine(3, Segment.NO_TRANSACTION,
                            List.of("CREATE INDEX CONCURRENTLY orders_day_idx ON orders (day)"), List.of(), List.of()),
                    new StepLine(4, Segment.COMMIT_AFTER, List.of("ALTER TYPE state ADD VALUE 'new';"), List.of(),
                            List.of()),
                    new StepLine(5, Segment.TRANSACTION, List.of("SELECT 1 -- one"), List.of(), List.of())),
            List.of("table audit"), List.of("subscription s"),
            List.of(new RenameLine("column", "users.mail", "users.email", "--rename users.mail=users.email")),
            List.of("table log has no primary key"), Fingerprint.ofText("aa"), Fingerprint.ofText("bb"));

    static final StatusReport STATUS = new StatusReport("postgresql://localhost:5432/shop", List.of(
            new MigrationRow("1", "create users", MigrationRow.State.APPLIED,
                    Optional.of(Instant.parse("2026-01-24T12:00:00Z")),
                    OptionalLong.of(1_250), Optional.of("shop"), Optional.of("1.0"), ""),
            MigrationRow.pending("20260125090000", "backfill")));

    private Samples() {
    }
}
