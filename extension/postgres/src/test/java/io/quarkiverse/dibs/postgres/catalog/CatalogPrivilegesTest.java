package io.quarkiverse.dibs.postgres.catalog;

import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.column;
import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.inPublic;
import static io.quarkiverse.dibs.postgres.catalog.CatalogFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.embedded.SharedTestServer;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Schema;

class CatalogPrivilegesTest {

    private static final String ROLES = "CREATE ROLE cat_reader; CREATE ROLE cat_owner LOGIN PASSWORD 'o'; ";

    @AfterEach
    void dropRoles() {
        for (int major : new int[] { 14, 18 }) {
            try (PgSession admin = PgSession.open(TestDatabase.VERTX, SharedTestServer.of(major).url(), PgSession.ONE_BY_ONE)) {
                admin.run("DROP ROLE IF EXISTS cat_reader");
                admin.run("DROP ROLE IF EXISTS cat_owner");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void aFreshDatabaseHasNothingSpecial(int major) {
        try (TestDatabase database = TestDatabase.of(major)) {
            Schema schema = CatalogFixture.read(database).schema();
            assertThat(schema.ids()).containsExactly(ObjectId.namespace("public"));
            assertThat(schema.unmodelled()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void whatTheDefaultDoesNotGiveIsAGrant(int major) {
        try (CatalogFixture fixture = CatalogFixture.of(major, ROLES + """
                CREATE TABLE t (a int, b int); CREATE SEQUENCE s; CREATE TYPE e AS ENUM ('x'); CREATE SCHEMA own;
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1'; CREATE VIEW v AS SELECT 1 AS one;
                GRANT SELECT, INSERT ON t TO cat_reader; GRANT UPDATE ON t TO cat_reader WITH GRANT OPTION;
                GRANT UPDATE (b) ON t TO PUBLIC; GRANT SELECT (one) ON v TO cat_reader;
                GRANT USAGE ON SEQUENCE s TO cat_reader; GRANT USAGE ON SCHEMA own TO cat_reader;
                REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC; REVOKE USAGE ON TYPE e FROM PUBLIC;
                """)) {
            assertGrant(fixture.schema, table("t"), "cat_reader", Map.of("SELECT", false, "INSERT", false, "UPDATE", true),
                    Set.of());
            assertGrant(fixture.schema, column("t", "b"), "", Map.of("UPDATE", false), Set.of());
            ObjectId view = inPublic(ObjectKind.VIEW, "v");
            assertGrant(fixture.schema, ObjectId.column(view, "one"), "cat_reader", Map.of("SELECT", false), Set.of());
            assertThat(fixture.schema.dependenciesOf(
                    ObjectId.part(ObjectKind.GRANT, ObjectId.column(view, "one"), "cat_reader"))).contains(view);
            assertGrant(fixture.schema, inPublic(ObjectKind.SEQUENCE, "s"), "cat_reader", Map.of("USAGE", false), Set.of());
            assertGrant(fixture.schema, ObjectId.namespace("own"), "cat_reader", Map.of("USAGE", false), Set.of());
            assertGrant(fixture.schema, ObjectId.overloaded(ObjectKind.ROUTINE, "public", "f", ""), "", Map.of(),
                    Set.of("EXECUTE"));
            assertGrant(fixture.schema, inPublic(ObjectKind.ENUM, "e"), "", Map.of(), Set.of("USAGE"));
            assertThat(fixture.schema.all(Grant.class)).hasSize(7);
            fixture.database.run("DROP OWNED BY cat_reader");
        }
    }

    private static void assertGrant(Schema schema, ObjectId target, String grantee, Map<String, Boolean> privileges,
            Set<String> revoked) {
        ObjectId id = ObjectId.part(ObjectKind.GRANT, target, grantee);
        assertThat(schema.find(id)).contains(new Grant(id, new TreeMap<>(privileges), new TreeSet<>(revoked)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 14, 18 })
    void thePublicSchemaIsComparedWithWhatThisVersionGivesIt(int major) {
        try (CatalogFixture fixture = CatalogFixture.of(major,
                "REVOKE USAGE ON SCHEMA public FROM PUBLIC; REVOKE CREATE ON SCHEMA public FROM PUBLIC")) {
            assertGrant(fixture.schema, ObjectId.namespace("public"), "", Map.of(),
                    major == 14 ? Set.of("CREATE", "USAGE") : Set.of("USAGE"));
        }
        try (CatalogFixture fixture = CatalogFixture.of(major, "GRANT CREATE ON SCHEMA public TO PUBLIC")) {
            assertThat(fixture.schema.all(Grant.class).toList()).hasSize(major == 14 ? 0 : 1);
        }
        try (CatalogFixture fixture = CatalogFixture.of(major, "DROP SCHEMA public; CREATE SCHEMA public")) {
            // not the one that the database began with: nobody else may use it
            assertThat(fixture.schema.ids()).hasSize(2);
            assertGrant(fixture.schema, ObjectId.namespace("public"), "", Map.of(),
                    major == 14 ? Set.of("CREATE", "USAGE") : Set.of("USAGE"));
        }
    }

    @Test
    void anOwnerIsListedWhereItIsNotTheOneWhoReads() {
        try (CatalogFixture fixture = CatalogFixture.of(18, ROLES + """
                CREATE TABLE mine (id serial); CREATE TABLE theirs (id serial, n int GENERATED ALWAYS AS IDENTITY);
                CREATE TYPE e AS ENUM ('x'); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1';
                ALTER TABLE theirs OWNER TO cat_owner; ALTER TYPE e OWNER TO cat_owner; ALTER FUNCTION f() OWNER TO cat_owner;
                REVOKE UPDATE ON theirs FROM cat_owner; GRANT SELECT ON theirs TO cat_owner;
                """)) {
            assertThat(fixture.schema.all(Owner.class)).containsExactlyInAnyOrder(
                    new Owner(Owner.idOf(table("theirs")), "cat_owner"),
                    new Owner(Owner.idOf(inPublic(ObjectKind.ENUM, "e")), "cat_owner"),
                    new Owner(Owner.idOf(ObjectId.overloaded(ObjectKind.ROUTINE, "public", "f", "")), "cat_owner"));
            assertGrant(fixture.schema, table("theirs"), "cat_owner", Map.of(), Set.of("UPDATE"));
            String url = "postgresql://cat_owner:o@127.0.0.1:" + fixture.database.server().port() + "/"
                    + fixture.database.session().target().database();
            try (PgSession owner = PgSession.open(TestDatabase.VERTX, url, PgSession.READING)) {
                CatalogSnapshot read = CatalogReader.readNow(owner, java.util.List.of());
                assertThat(read.server().role()).isEqualTo("cat_owner");
                // a sequence that a column owns always has the table's owner
                assertThat(read.schema().all(Owner.class).map(o -> o.id().parent())).containsExactly(table("mine"));
            }
            fixture.database.run("DROP OWNED BY cat_owner CASCADE");
        }
    }

    @Test
    void defaultPrivilegesOfARole() {
        try (CatalogFixture fixture = CatalogFixture.of(18, ROLES + """
                ALTER DEFAULT PRIVILEGES FOR ROLE cat_owner IN SCHEMA public GRANT SELECT ON TABLES TO cat_reader;
                ALTER DEFAULT PRIVILEGES FOR ROLE cat_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                """)) {
            assertThat(fixture.schema.all(DefaultPrivileges.class)
                    .map(d -> d.role() + "/" + d.inSchema() + "/" + d.objectType() + "/" + d.grantee() + d.privileges()
                            + d.revokedDefaults()))
                    .containsExactlyInAnyOrder("cat_owner/public/TABLES/cat_reader{SELECT=false}[]",
                            "cat_owner//FUNCTIONS/{}[EXECUTE]");
            fixture.database.run("DROP OWNED BY cat_owner CASCADE");
        }
    }
}
