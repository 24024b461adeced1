package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.sql.Samples;

class DisplayTest {

    private static final ObjectId USERS = ObjectId.table("public", "users");
    private static final Column EMAIL = Column.of(ObjectId.column(USERS, "email"), 1, new SqlType("text"), true);

    @Test
    void whatComesIsNamedAndDescribed() {
        assertThat(created(EMAIL)).isEqualTo("+ users.email text not null");
        assertThat(created(Column.of(ObjectId.column(USERS, "at"), 1, new SqlType("timestamp(3) with time zone"), false)))
                .isEqualTo("+ users.at timestamptz(3)");
        assertThat(created(EMAIL.withType(new SqlType("public.mood[]"))
                .withIdentity(Optional.of(new Column.Identity(true, SequenceOptions.defaults(new SqlType("bigint")))))))
                .isEqualTo("+ users.email mood[] not null generated always as identity");
        assertThat(created(Table.plain(ObjectId.table("shop", "order")))).isEqualTo("+ table shop.order");
        assertThat(created(PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, USERS, "users_pkey"), List.of("id"))))
                .isEqualTo("+ primary key users.users_pkey (id)");
        assertThat(created(ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, USERS, "f"), List.of("org_id"),
                ObjectId.table("public", "orgs"), List.of("id"))))
                .isEqualTo("+ foreign key users.f (org_id) references orgs (id)");
        assertThat(created(new ColumnDefault(ColumnDefault.idOf(EMAIL.id()), new Expression("now()"))))
                .isEqualTo("+ default users.email now()");
    }

    @Test
    void whatGoesIsNamed() {
        Index index = new Index(ObjectId.inSchema(ObjectKind.INDEX, "public", "users_email_idx"), USERS, "btree", true, false,
                List.of(Index.Key.of("email")), List.of(), Optional.of(new Expression("(email IS NOT NULL)")), new TreeMap<>(),
                Optional.empty(), true);
        assertThat(Display.of(new Change.Drop(index)).line()).isEqualTo("- index users_email_idx");
        assertThat(created(index)).isEqualTo("+ index users_email_idx unique on users (email) where (email IS NOT NULL)");
    }

    @Test
    void whatChangesIsShownBeforeAndAfter() {
        assertThat(altered(EMAIL, EMAIL.withType(new SqlType("character varying(20)"))))
                .containsExactly("~ users.email type text -> varchar(20)");
        assertThat(altered(EMAIL, EMAIL.withNotNull(false))).containsExactly("~ users.email nullable");
        assertThat(altered(EMAIL, EMAIL.withCollation(Optional.of("pg_catalog.\"C\""))))
                .containsExactly("~ users.email type text -> text collate pg_catalog.\"C\"");
    }

    @Test
    void aRenameSaysTheNewName() {
        assertThat(Display.of(new Change.Rename(EMAIL, ObjectId.column(USERS, "mail"))).line())
                .isEqualTo("~ users.email renamed to mail");
        assertThat(Display.of(new Change.Rename(Table.plain(USERS), ObjectId.table("archive", "users"))).line())
                .isEqualTo("~ table users renamed to archive.users");
    }

    @Test
    void everyKindHasOneLine() {
        List<DbObject> all = new ArrayList<>();
        Samples.all().forEach(all::addAll);
        assertThat(all).allSatisfy(object -> {
            assertThat(created(object)).startsWith("+ ").doesNotContain("\n").doesNotContain("  ").isEqualTo(
                    created(object).strip()).hasSizeLessThan(320);
            assertThat(Display.of(new Change.Drop(object)).line()).startsWith("- ").hasSizeGreaterThan(3);
        });
        assertThat(all).anyMatch(Routine.class::isInstance);
    }

    private static String created(DbObject object) {
        return Display.of(new Change.Create(object)).line();
    }

    private static List<String> altered(DbObject from, DbObject to) {
        return ((Difference.Altered) Comparison.compare(from, to)).alterations().stream()
                .map(alteration -> Display.of(new Change.Alter(alteration)).line()).toList();
    }
}
