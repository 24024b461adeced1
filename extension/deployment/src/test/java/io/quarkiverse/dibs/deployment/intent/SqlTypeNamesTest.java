package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class SqlTypeNamesTest {

    @Test
    void commonSpellingsBecomeThoseOfFormatType() {
        Map<String, String> spellings = Map.ofEntries(Map.entry("int", "integer"), Map.entry("INT8", "bigint"),
                Map.entry("varchar(20)", "character varying(20)"), Map.entry("numeric(12, 2)", "numeric(12,2)"),
                Map.entry("decimal(5)", "numeric(5,0)"), Map.entry("timestamptz", "timestamp with time zone"),
                Map.entry("timestamp(3) with time zone", "timestamp(3) with time zone"),
                Map.entry("timestamptz(3)", "timestamp(3) with time zone"), Map.entry("time", "time without time zone"),
                Map.entry("char", "character(1)"), Map.entry("char(2)", "character(2)"),
                Map.entry("float8[]", "double precision[]"),
                Map.entry("text [3][3]", "text[]"), Map.entry("double  precision", "double precision"),
                Map.entry("character varying", "character varying"), Map.entry("bit", "bit(1)"),
                Map.entry("int4range", "int4range"), Map.entry("jsonb", "jsonb"));
        spellings.forEach((written, canonical) -> assertThat(SqlTypeNames.canonical(written)).as(written)
                .isEqualTo(canonical));
    }

    @Test
    void whatIsNotKnownStaysAsItWasWritten() {
        assertThat(SqlTypeNames.canonical("citext")).isEqualTo("citext");
        assertThat(SqlTypeNames.canonical(" geometry(Point, 4326) ")).isEqualTo("geometry(Point, 4326)");
        assertThat(SqlTypeNames.canonical("\"My Type\"[]")).isEqualTo("\"My Type\"[]");
        assertThat(SqlTypeNames.canonical("public.mood")).isEqualTo("public.mood");
        assertThat(SqlTypeNames.canonical("interval day to second")).isEqualTo("interval day to second");
    }

    @Test
    void keysCompareWithinAFamilyOnly() {
        assertThat(ComparableTypes.comparable("integer", "bigint")).isTrue();
        assertThat(ComparableTypes.comparable("text", "character varying(20)")).isTrue();
        assertThat(ComparableTypes.comparable("character varying(3)", "character varying(20)")).isTrue();
        assertThat(ComparableTypes.comparable("text", "bigint")).isFalse();
        assertThat(ComparableTypes.comparable("uuid", "text")).isFalse();
        assertThat(ComparableTypes.comparable("bigint[]", "bigint")).isFalse();
        assertThat(ComparableTypes.comparable("citext", "text")).isTrue();
        assertThat(ComparableTypes.comparable("public.mood", "integer")).isFalse();
    }
}
