package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The edits that the demo makes to the copied sources. An edit whose place is not found fails, so that none is lost. */
final class DemoChanges {

    private final Path sources;

    DemoChanges(Path module) {
        this.sources = module.resolve("src/main/java");
    }

    /** So that the first migration is the whole shop. */
    void removeMigrations() {
        migrations("").forEach(path -> path.toFile().delete());
    }

    void addCustomers() {
        Path created = newest("CreateShop");
        String version = new BigInteger(created.getFileName().toString().replaceAll("\\D", "")).add(BigInteger.ONE).toString();
        write(created.resolveSibling("M" + version + "AddCustomers.java"), """
                package %s;

                import io.quarkiverse.dibs.Migration;
                import io.quarkiverse.dibs.MigrationContext;

                /** Customers to work with. */
                @Migration
                public class M%sAddCustomers {

                    void migrate(MigrationContext db) {
                        db.log("adding 20,000 customers");
                        db.execute(\"""
                                INSERT INTO customers (email, display_name)
                                SELECT 'customer' || n || '@example.org', 'Customer ' || n
                                FROM generate_series(1, 20000) AS n
                                \""");
                    }
                }
                """.formatted(packageOf(created), version));
    }

    void changeCustomer() {
        Path customer = find("Customer");
        edit(customer, "    @Column(\"display_name\")\n", """
                    @RenamedFrom("display_name")
                    @Column("full_name")
                """);
        edit(customer, "    @DefaultValue(\"true\")\n", """
                    /** The language they read best. */
                    public String language;

                    /** What their loyalty has earned them. */
                    @ForeignKey(entity = LoyaltyTier.class)
                    public Optional<Long> tierId;

                    @DefaultValue("true")
                """);
        edit(customer, "import io.quarkiverse.dibs.Icon;\n", """
                import io.quarkiverse.dibs.ForeignKey;
                import io.quarkiverse.dibs.Icon;
                import io.quarkiverse.dibs.RenamedFrom;
                """);
        write(customer.resolveSibling("LoyaltyTier.java"), """
                package %s;

                import java.math.BigDecimal;

                import io.quarkiverse.dibs.Column;
                import io.quarkiverse.dibs.Identity;
                import io.quarkiverse.dibs.PrimaryKey;
                import io.quarkiverse.dibs.Table;
                import io.quarkiverse.dibs.Unique;

                /** What loyal customers get. */
                @Table("loyalty_tiers")
                public class LoyaltyTier {

                    @PrimaryKey
                    @Identity
                    public Long id;

                    @Unique
                    public String name;

                    @Column(precision = 5, scale = 2)
                    public BigDecimal discountPercent;
                }
                """.formatted(packageOf(customer)));
    }

    void completeBackfill() {
        String place = "NULL -- write the value of rows that are there in place of NULL";
        Path backfill = migrations("").stream().filter(file -> read(file).contains(place)).findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no backfill to complete"));
        edit(backfill, place, "'en'");
    }

    /** The newest migration whose class name ends with this, as it is in its file. */
    String text(String name) {
        return "\n" + read(newest(name));
    }

    private Path newest(String name) {
        return migrations(name).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no migration " + name));
    }

    /** The migrations whose class name ends with this, newest first. */
    private List<Path> migrations(String name) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.getFileName().toString().matches("M\\d+\\w*" + name + "\\.java"))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path find(String className) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.getFileName().toString().equals(className + ".java")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no class " + className));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Path file, String old, String text) {
        String source = read(file);
        if (!source.contains(old)) {
            throw new IllegalStateException(file + " has no place for the edit: " + old);
        }
        write(file, source.replace(old, text));
    }

    private static String packageOf(Path file) {
        return read(file).lines().filter(line -> line.startsWith("package ")).findFirst().orElseThrow()
                .replaceAll("package |;", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
