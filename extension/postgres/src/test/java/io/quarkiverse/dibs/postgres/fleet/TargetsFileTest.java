package io.quarkiverse.dibs.postgres.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.postgres.OtherDatabase;

class TargetsFileTest {

    @Test
    void aLineHasAUrlAndPerhapsASchemaAndAName() {
        List<Target> targets = TargetsFile.parse("f", """
                # customers
                postgresql://app:pw@db1/one
                  postgresql://app@db2:5433/two?sslmode=disable   schema=tenant_7  # the seventh

                postgres://app@db2/three name=the%20third schema=a%23b
                """);
        assertThat(targets).extracting(Target::name).containsExactly("db1:5432/one", "db2:5433/two/tenant_7", "the third");
        assertThat(targets).extracting(Target::schema).containsExactly(Optional.empty(), Optional.of("tenant_7"),
                Optional.of("a#b"));
        assertThat(targets.get(0).where() + targets.get(0)).contains("app@db1:5432/one").doesNotContain("pw");
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret", "postgresql://a:secret@h/d secret", "postgresql://a:secret@h/d schema=",
            "postgresql://a:secret@h/d schema=a schema=b", "postgresql://a:secret@h/d name=%zz",
            "jdbc:postgresql://a:secret@h/d",
            "schema=secret", "postgresql://a:secret@h:port/d" })
    void aMalformedLineIsNamedAndNotShown(String line) {
        assertThatThrownBy(() -> TargetsFile.parse("list", "# first\n" + line)).isInstanceOfSatisfying(DibsException.class,
                e -> {
                    assertThat(e.problem().code()).isEqualTo("DIBS-0741");
                    assertThat(e.problem().location()).contains("list:2");
                    assertThat(e.problem().remedy()).isPresent();
                    assertThat(e.problem().toString()).doesNotContain("secret");
                });
    }

    @Test
    void anotherDatabaseOfAServerKeepsTheRestOfTheUrl() {
        assertThat(OtherDatabase.of("postgresql://a:p@h:1/one?sslmode=require&dbname=x", "two three"))
                .isEqualTo("postgresql://a:p@h:1/two%20three?sslmode=require");
        assertThat(OtherDatabase.of("postgresql://a:p@h", "two")).isEqualTo("postgresql://a:p@h/two");
    }
}
