package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.dibs.schema.SqlType;

class TypeConversionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "integer                     | bigint                      | ASSIGNMENT",
            "bigint                      | integer                     | ASSIGNMENT",
            "character varying(20)       | character varying(10)       | ASSIGNMENT",
            "integer                     | text                        | ASSIGNMENT",
            "public.mood                 | text                        | ASSIGNMENT",
            "timestamp without time zone | timestamp(3) with time zone | ASSIGNMENT",
            "json                        | jsonb                       | ASSIGNMENT",
            "integer[]                   | bigint[]                    | ASSIGNMENT",
            "interval day to second(3)   | interval                    | ASSIGNMENT",
            "text                        | integer                     | EXPLICIT",
            "character varying(9)        | public.mood                 | EXPLICIT",
            "text                        | jsonb                       | EXPLICIT",
            "boolean                     | integer                     | EXPLICIT",
            "jsonb                       | numeric                     | EXPLICIT",
            "text[]                      | public.mood[]               | EXPLICIT",
            "public.mood                 | public.feeling              | THROUGH_TEXT",
            "public.mood[]               | public.feeling[]            | THROUGH_TEXT",
            "uuid                        | integer                     | THROUGH_TEXT",
            "text                        | text[]                      | THROUGH_TEXT" })
    void valuesAreCastByPostgresOrAskedFor(String from, String to, TypeConversion.How how) {
        assertThat(conversion(from, to).how()).isEqualTo(how);
    }

    /** The rows about ALTER TYPE in SAFETY, measured on Postgres 12 to 18. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "character varying(10)       | character varying(20)       | false",
            "character varying(10)       | character varying           | false",
            "character varying(10)       | text                        | false",
            "text                        | character varying           | false",
            "cidr                        | inet                        | false",
            "interval(3)                 | interval                    | false",
            "numeric(10,2)               | numeric(12,2)               | false",
            "numeric(10,2)               | numeric                     | false",
            "character varying(20)       | character varying(10)       | true",
            "text                        | character varying(10)       | true",
            "integer                     | bigint                      | true",
            "character(3)                | text                        | true",
            "numeric(10,2)               | numeric(10,3)               | true",
            "timestamp with time zone    | timestamp(3) with time zone | true",
            "text                        | jsonb                       | true",
            "timestamp without time zone | timestamp with time zone    | true",
            "bit(3)                      | bit varying                 | false",
            "public.mood                 | public.feeling              | true" })
    void aTableIsWrittenAnewUnlessTheBytesStay(String from, String to, boolean rewrites) {
        assertThat(conversion(from, to).rewrites()).isEqualTo(rewrites);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "integer               | bigint                   | false | false",
            "bigint                | integer                  | true  | false",
            "integer               | text                     | false | false",
            "integer               | character varying(3)     | true  | false",
            "character varying(9)  | character varying(20)    | false | false",
            "character varying(20) | character varying(9)     | true  | false",
            "numeric(10,4)         | numeric(10,2)            | false | true",
            "numeric(10,2)         | numeric(8,2)             | true  | false",
            "numeric               | integer                  | true  | true",
            "double precision      | real                     | true  | true",
            "timestamp with time zone | date                  | true  | true",
            "timestamp with time zone | timestamp(0) with time zone | false | true",
            "text                  | uuid                     | true  | false",
            "inet                  | cidr                     | true  | true" })
    void whatCanFailOrGetLostIsSaid(String from, String to, boolean mayFail, boolean losesDetail) {
        assertThat(conversion(from, to).mayFail()).as("may fail").isEqualTo(mayFail);
        assertThat(conversion(from, to).losesDetail()).as("loses detail").isEqualTo(losesDetail);
    }

    private static TypeConversion conversion(String from, String to) {
        return new TypeConversion(new SqlType(from), new SqlType(to));
    }
}
