package io.quarkiverse.dibs.postgres.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.source.MigrationPart;

class UnqualifiedNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "ALTER TABLE public.users ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.orgs (id) | ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES orgs (id)",
            "COMMENT ON COLUMN public.users.name IS 'is public. Really' | refused",
            "COMMENT ON COLUMN public.users.name IS 'is public' | COMMENT ON COLUMN users.name IS 'is public'",
            "ALTER TABLE public.t ALTER c SET DEFAULT nextval('public.t_id_seq'::regclass) | ALTER TABLE t ALTER c SET DEFAULT nextval('t_id_seq'::regclass)",
            "ALTER TABLE other.public ADD c other.public | ALTER TABLE other.public ADD c other.public",
            "ALTER TABLE other.public.x | ALTER TABLE other.public.x",
            "CREATE INDEX i ON \"public\".\"a.b\" (c) | CREATE INDEX i ON \"a.b\" (c)",
            "SELECT 'public.t' | refused" })
    void theNameOfTheSchemaIsLeftOut(String sql, String without) {
        if (without.equals("refused")) {
            assertThatThrownBy(() -> written(sql, "public")).hasMessageContaining("DIBS-0506");
        } else {
            assertThat(written(sql, "public")).isEqualTo(without);
        }
    }

    @Test
    void aSchemaMayHaveToBeQuoted() {
        assertThat(written("CREATE TABLE \"My App\".t (c \"My App\".mood)", "My App")).isEqualTo("CREATE TABLE t (c mood)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS $$ SELECT count(*) FROM public.t $$",
            "ALTER TABLE public.t ADD CHECK (c <> 'public.x'::text)" })
    void whatMayBeATextIsNotGuessedAt(String sql) {
        assertThatThrownBy(() -> written(sql, "public")).hasMessageContaining("DIBS-0506");
    }

    private static String written(String sql, String schema) {
        MigrationPart part = new MigrationPart("", true, List.of(new MigrationPart.Execute(sql, List.of())));
        return ((MigrationPart.Execute) UnqualifiedNames.in(List.of(part), schema).get(0).entries().get(0)).sql();
    }
}
