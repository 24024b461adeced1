package io.quarkiverse.dibs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class TextRendererTest {

    private final TextRenderer text = new TextRenderer(Palette.PLAIN);

    @Test
    void aDiffIsGroupedByTableAndAligned() {
        assertThat(text.render(Samples.DIFF)).isEqualTo("""
                from the database shop to the entities

                orders
                  ~ orders_day_idx  index on (day)
                users
                  + users.email  text not null  User.java:14
                  - users.mail   text

                3 changes (1 created, 1 altered, 1 dropped)

                hazards
                  ! deletes-data on users (access exclusive): the column's values are lost
                    safe way: keep the column until nothing reads it

                is this a rename?
                  column users.mail to users.email: --rename users.mail=users.email

                not managed, left alone
                  table audit

                not modelled by dibs
                  subscription s
                warning: table log has no primary key
                """);
    }

    @Test
    void columnsAreAlignedWithColoursAsWell() {
        String coloured = new TextRenderer(Palette.ANSI).render(Samples.DIFF);

        assertThat(coloured).contains("\u001b[32m").isNotEqualTo(text.render(Samples.DIFF));
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text.render(Samples.DIFF));
    }

    @Test
    void anEmptyDiffSaysInSync() {
        DiffReport empty = new DiffReport("the database", "the entities", List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), Fingerprint.ofText(""), Fingerprint.ofText(""));

        assertThat(text.render(empty)).isEqualTo("in sync: the database is what the entities says\n");
    }

    @Test
    void aStatusShowsEachMigrationAndTheirCounts() {
        assertThat(text.render(Samples.STATUS)).isEqualTo("""
                postgresql://localhost:5432/shop
                  1               create users  applied  2026-01-24 12:00:00Z  1.2 s  by shop  dibs 1.0
                  20260125090000  backfill      pending
                1 pending, 1 applied
                """);
    }

    @Test
    void aCheckNamesWhatIsPendingAndWhatDiffers() {
        CheckReport check = new CheckReport(Samples.DIFF, Samples.STATUS.pending(), false);

        assertThat(text.render(check)).startsWith("pending migrations\n  20260125090000 backfill\n")
                .contains("+ users.email").endsWith("not in sync: 3 changes (1 created, 1 altered, 1 dropped), 1 pending\n");
    }
}
