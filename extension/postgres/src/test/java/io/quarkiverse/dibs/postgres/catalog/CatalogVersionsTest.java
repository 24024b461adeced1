package io.quarkiverse.dibs.postgres.catalog;

import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.column;
import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.inPublic;
import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Collation;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** What only some of the supported versions have. */
class CatalogVersionsTest {

    @ParameterizedTest
    @ValueSource(ints = { 15, 18 })
    void nullsNotDistinctAndSetColumnsSince15(int major) {
        try (CatalogFixture fixture = CatalogFixture.of(major, """
                CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
                CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a),
                  CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b));
                CREATE UNIQUE INDEX i ON t (b) NULLS NOT DISTINCT;
                """)) {
            assertThat(((UniqueConstraint) fixture.get(part(ObjectKind.UNIQUE, "t", "u"))).nullsNotDistinct()).isTrue();
            assertThat(((Index) fixture.get(inPublic(ObjectKind.INDEX, "i"))).nullsNotDistinct()).isTrue();
            assertThat(((ForeignKey) fixture.get(part(ObjectKind.FOREIGN_KEY, "t", "f"))).setColumns()).containsExactly("b");
        }
    }

    @Test
    void publicationsOfColumnsRowsAndSchemasSince15() {
        try (CatalogFixture fixture = CatalogFixture.of(15, """
                SET client_min_messages = error; CREATE SCHEMA s; CREATE TABLE t (a int PRIMARY KEY, b int);
                CREATE PUBLICATION p FOR TABLE t (a) WHERE (a > 1), TABLES IN SCHEMA s WITH (publish_via_partition_root);
                """.replace("t (a) WHERE (a > 1), TABLES IN SCHEMA s", "t WHERE (a > 1), TABLES IN SCHEMA s"))) {
            Publication publication = (Publication) fixture.get(ObjectId.global(ObjectKind.PUBLICATION, "p"));
            assertThat(publication.members()).containsExactly("TABLE public.t WHERE (a > 1)", "TABLES IN SCHEMA s");
            assertThat(publication.options()).containsOnlyKeys("publish_via_partition_root");
        }
    }

    /** The minor releases of November 2026 write such a version beside the options; older ones only when made to. */
    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void theVersionOfAColumnIsNoOptionOfIt(int major) {
        try (CatalogFixture fixture = CatalogFixture.of(major, """
                CREATE TABLE t (a int, b int, c int);
                ALTER TABLE t ALTER b SET (n_distinct = 5), ALTER c SET (n_distinct = 5, n_distinct_inherited = 6);
                UPDATE pg_attribute SET attoptions = ARRAY['pg_attver=39847864'] || attoptions || ARRAY[]::text[]
                 WHERE attrelid = 't'::regclass AND attnum > 0 AND attname <> 'c';
                """)) {
            assertThat(((Column) fixture.get(column("t", "a"))).options()).isEmpty();
            assertThat(((Column) fixture.get(column("t", "b"))).options()).containsExactly(Map.entry("n_distinct", "5"));
            assertThat(((Column) fixture.get(column("t", "c"))).options()).containsExactly(Map.entry("n_distinct", "5"),
                    Map.entry("n_distinct_inherited", "6"));
        }
    }

    @Test
    void icuRulesAndLocales() {
        try (CatalogFixture fixture = CatalogFixture.of(16,
                "CREATE COLLATION c (provider = icu, locale = 'de-DE', rules = '&a < b', deterministic = false)")) {
            assertThat(fixture.schema.all(Collation.class).toList()).singleElement().satisfies(c -> {
                assertThat(c.rules()).contains("&a < b");
                assertThat(c.collate()).isEqualTo("de-DE");
                assertThat(c.deterministic()).isFalse();
            });
        }
    }

    @Test
    void postgres18HasVirtualColumnsPeriodsAndConstraintsThatAreNotEnforced() {
        try (CatalogFixture fixture = CatalogFixture.of(18, """
                CREATE EXTENSION btree_gist;
                CREATE TABLE p (id int, at daterange, v int GENERATED ALWAYS AS (id * 2), n int CONSTRAINT named NOT NULL,
                  CONSTRAINT pk PRIMARY KEY (id, at WITHOUT OVERLAPS), CONSTRAINT c CHECK (id > 0) NOT ENFORCED);
                CREATE TABLE t (id int, at daterange, CONSTRAINT f FOREIGN KEY (id, PERIOD at) REFERENCES p (id, PERIOD at),
                  CONSTRAINT g FOREIGN KEY (id, PERIOD at) REFERENCES p (id, PERIOD at) NOT ENFORCED);
                ALTER TABLE t ADD CONSTRAINT later NOT NULL id NOT VALID;
                """)) {
            assertThat(((Column) fixture.get(column("p", "v"))).generated()).get()
                    .isEqualTo(new Column.Generated(new io.quarkiverse.dibs.schema.Expression("(id * 2)"), false));
            assertThat(((Column) fixture.get(column("p", "n"))).notNullConstraint())
                    .contains(new NotNull(Optional.of("named"), false, true, false, true));
            assertThat(((Column) fixture.get(column("p", "id"))).notNullConstraint()).contains(NotNull.PLAIN);
            assertThat(((PrimaryKey) fixture.get(part(ObjectKind.PRIMARY_KEY, "p", "pk"))).withoutOverlaps()).isTrue();
            assertThat(((CheckConstraint) fixture.get(part(ObjectKind.CHECK, "p", "c"))).enforced()).isFalse();
            ForeignKey key = (ForeignKey) fixture.get(part(ObjectKind.FOREIGN_KEY, "t", "f"));
            assertThat(key.period()).isTrue();
            assertThat(key.referencedColumns()).isEqualTo(List.of("id", "at"));
            assertThat(((ForeignKey) fixture.get(part(ObjectKind.FOREIGN_KEY, "t", "g"))).enforced()).isFalse();
            assertThat(((Column) fixture.get(column("t", "id"))).notNullConstraint())
                    .contains(new NotNull(Optional.of("later"), false, false, false, true));
            assertThat(fixture.schema.unmodelled()).isEmpty();
        }
    }

    @Test
    void postgres18TellsWhichNotNullsParentsHandDownAndWhichChildrenDoWithout() {
        try (CatalogFixture fixture = CatalogFixture.of(18, """
                CREATE TABLE p (a int NOT NULL, b int NOT NULL NO INHERIT);
                CREATE TABLE c () INHERITS (p);
                """)) {
            assertThat(((Column) fixture.get(column("p", "b"))).notNullConstraint())
                    .contains(new NotNull(Optional.empty(), true, true, false, true));
            assertThat(((Column) fixture.get(column("c", "a"))).notNullConstraint())
                    .contains(new NotNull(Optional.of("p_a_not_null"), false, true, true, false));
            assertThat(((Column) fixture.get(column("c", "b"))).notNull()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 15, 16, 17, 18 })
    void notNullIsAPropertyOfTheColumnInEveryVersion(int major) {
        try (CatalogFixture fixture = CatalogFixture.of(major, "CREATE TABLE t (a int NOT NULL, b int)")) {
            assertThat(((Column) fixture.get(column("t", "a"))).notNull()).isTrue();
            assertThat(((Column) fixture.get(column("t", "b"))).notNull()).isFalse();
            assertThat(fixture.schema.ids()).hasSize(4);
        }
    }
}
