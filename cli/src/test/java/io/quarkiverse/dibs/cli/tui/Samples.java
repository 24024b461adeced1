package io.quarkiverse.dibs.cli.tui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.quarkiverse.dibs.cli.tui.state.Migrations;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.report.ChangeLine;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.RenameLine;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.Sign;
import io.quarkiverse.dibs.report.SourceLocation;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.StepLine;

/** What a small shop shows, in every kind of row. */
final class Samples {

    private static final HazardLine DELETES = new HazardLine("deletes-data", "customers", "access exclusive",
            "the column's values are lost", "keep the column until nothing reads it");
    private static final HazardLine SCAN = new HazardLine("long-scan", "reviews", "share update exclusive",
            "every row is read", "");

    static final SchemaReport SCHEMA = new SchemaReport("the entities",
            List.of(new SchemaReport.Type("public", "order_status", "enum ('new', 'paid', 'sent', 'cancelled')")),
            List.of(table("customers", "Somebody who buys, or has at least signed up.", "Customer", 26,
                    List.of(column("id", "bigint", List.of("not null", "primary key", "identity"), "Long", "", 30),
                            column("email", "text", List.of("not null", "unique"), "String",
                                    "The address they sign in with.\nNobody else sees it.", 34)),
                    List.of(new SchemaReport.Part("index", "customers_email_lower_idx", "unique on (lower(email))",
                            List.of("created by 20260112090000 CreateOrders")))),
                    table("orders", "", "Order", 20,
                            List.of(column("id", "bigint", List.of("not null", "primary key"), "Long", "", 22)), List.of())),
            List.of());

    static final RenameLine QUESTION = new RenameLine("column", "customers.name", "customers.display_name",
            "--rename customers.name=customers.display_name");

    static final DiffReport DIFF = new DiffReport("postgresql://127.0.0.1:5432/shop", "the entities",
            List.of(change("column", Sign.CREATED, "customers", "customers.display_name", "text", 1, source("Customer", 38)),
                    change("column", Sign.DROPPED, "customers", "customers.name", "text", 2, Optional.empty()),
                    change("column", Sign.CREATED, "reviews", "reviews.answered", "boolean not null", 3,
                            source("Review", 40)),
                    change("default", Sign.CREATED, "reviews", "reviews.answered", "false", 3, source("Review", 40)),
                    change("check", Sign.ALTERED, "reviews", "reviews_stars_check", "stars between 1 and 5", 4,
                            source("Review", 30)),
                    change("enum", Sign.CREATED, "", "mood", "('good', 'bad')", 5, Optional.empty())),
            List.of(step(1, Segment.TRANSACTION, "ALTER TABLE public.customers ADD COLUMN display_name text", List.of()),
                    step(2, Segment.TRANSACTION, "ALTER TABLE public.customers DROP COLUMN name", List.of(DELETES)),
                    step(3, Segment.TRANSACTION,
                            "ALTER TABLE public.reviews ADD COLUMN answered boolean DEFAULT false NOT NULL", List.of()),
                    step(4, Segment.NO_TRANSACTION, "ALTER TABLE public.reviews VALIDATE CONSTRAINT reviews_stars_check",
                            List.of(SCAN)),
                    step(5, Segment.TRANSACTION, "CREATE TYPE public.mood AS ENUM (\n  'good',\n  'bad'\n)", List.of())),
            List.of("table public.audit"), List.of(), List.of(QUESTION), List.of("table log has no primary key"),
            Fingerprint.ofText("a"), Fingerprint.ofText("b"));

    static final DiffReport IN_SYNC = new DiffReport("postgresql://127.0.0.1:5432/shop", "the entities", List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), Fingerprint.ofText("a"), Fingerprint.ofText("a"));

    static final Migrations MIGRATIONS = new Migrations(new StatusReport("postgresql://127.0.0.1:5432/shop", List.of(
            new MigrationRow("20260105090000", "CreateCatalogue", MigrationRow.State.APPLIED,
                    Optional.of(Instant.parse("2026-01-24T12:00:00Z")), OptionalLong.of(1_250), Optional.of("shop"),
                    Optional.of("0.1.0"), ""),
            new MigrationRow("20260112090000", "CreateOrders", MigrationRow.State.CHANGED,
                    Optional.of(Instant.parse("2026-01-24T12:00:02Z")), OptionalLong.of(88), Optional.of("shop"),
                    Optional.of("0.1.0"), "its source is another one now"),
            MigrationRow.pending("20260119090000", "NameCustomers"))),
            Map.of("20260119090000", new Migrations.Source("org/acme/shop/db/migrations/M20260119090000NameCustomers.java", """
                    package org.acme.shop.db.migrations;

                    @Migration
                    public class M20260119090000NameCustomers {

                        void migrate(MigrationContext db) {
                            db.execute("UPDATE customers SET display_name = email");
                        }
                    }
                    """)));

    static final GenerateReport GENERATED = new GenerateReport(DIFF, List.of(
            new GeneratedMigration("20260201120000", "M20260201120000ChangeCustomers.java", "org.acme.shop.db.migrations",
                    "class M {}", """
                            BEGIN;
                            -- what every customer is called
                            ALTER TABLE public.customers ADD COLUMN display_name text;
                            COMMIT;
                            """)),
            List.of("column customers.name: --allow deletes-data"));

    static final Problem DOES_NOT_BUILD = Problem.of("DIBS-0911", Category.BUILD, """
            shop-db does not build
              /shop/shop-db/src/main/java/org/acme/shop/db/Review.java:[24,12] cannot find symbol
                symbol:   class Strin
                location: class org.acme.shop.db.Review""").remedy("Mend what the build says and run the command again.");

    static final Problem FAILED = Problem
            .of("DIBS-0620", Category.SQL, "column \"name\" of relation \"customers\" does not exist")
            .server("42703", "UPDATE customers\nSET name = email", 22, null, null)
            .at("org/acme/shop/db/migrations/M20260119090000NameCustomers.java:7")
            .remedy("Check the name and that an earlier migration creates it; dibs diff shows what the database has.");

    private Samples() {
    }

    private static SchemaReport.Table table(String name, String documentation, String type, int line,
            List<SchemaReport.Column> columns, List<SchemaReport.Part> parts) {
        return new SchemaReport.Table("public", name, Optional.of(documentation).filter(text -> !text.isEmpty()), columns,
                parts,
                source(type, line), List.of("created by 20260112090000 CreateOrders, 2026-01-24 12:00:02Z by shop"));
    }

    private static SchemaReport.Column column(String name, String type, List<String> properties, String javaType,
            String documentation, int line) {
        return new SchemaReport.Column(name, type, properties, Optional.of(javaType),
                Optional.of(documentation).filter(text -> !text.isEmpty()), source("Customer", line),
                List.of("created by 20260112090000 CreateOrders, 2026-01-24 12:00:02Z by shop"));
    }

    private static Optional<SourceLocation> source(String type, int line) {
        return Optional
                .of(new SourceLocation("org.acme.shop.db." + type, "field", "org/acme/shop/db/" + type + ".java", line, 5));
    }

    private static ChangeLine change(String kind, Sign sign, String table, String name, String description, int step,
            Optional<SourceLocation> source) {
        return new ChangeLine(kind, sign, table, name, description, Optional.empty(), List.of(), source, step);
    }

    private static StepLine step(int number, Segment segment, String sql, List<HazardLine> hazards) {
        return new StepLine(number, segment, List.of(sql),
                number == 1 ? List.of("nothing has to come before it") : List.of("after step " + (number - 1) + ", by name"),
                hazards);
    }
}
