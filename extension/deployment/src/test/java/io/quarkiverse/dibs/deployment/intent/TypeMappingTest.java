package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.schema.EnumType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.data.Interval;
import io.vertx.pgclient.data.Point;

class TypeMappingTest {

    @Table
    static class Everything {
        boolean aBoolean;
        Boolean boxedBoolean;
        byte aByte;
        Byte boxedByte;
        short aShort;
        Short boxedShort;
        int anInt;
        Integer boxedInt;
        long aLong;
        Long boxedLong;
        float aFloat;
        Float boxedFloat;
        double aDouble;
        Double boxedDouble;
        char aChar;
        Character boxedChar;
        String text;
        @Column(length = 20)
        String shortText;
        BigDecimal decimal;
        @Column(precision = 12, scale = 2)
        BigDecimal price;
        @Column(precision = 5, scale = -2)
        BigDecimal rounded;
        BigInteger big;
        @Column(precision = 30)
        BigInteger bounded;
        byte[] bytes;
        Buffer buffer;
        UUID uuid;
        Instant instant;
        OffsetDateTime offsetDateTime;
        ZonedDateTime zonedDateTime;
        @Column(precision = 3)
        Instant millis;
        LocalDate date;
        LocalTime time;
        OffsetTime offsetTime;
        LocalDateTime dateTime;
        @Column(precision = 0)
        LocalDateTime seconds;
        Duration duration;
        Period period;
        Interval interval;
        InetAddress address;
        JsonObject json;
        JsonArray jsonArray;
        Point point;
        int[] ints;
        int[][] matrix;
        byte[][] blobs;
        String[] texts;
        List<String> list;
        Set<UUID> set;
        Optional<List<Long>> optionalList;
        @Column(length = 5)
        List<String> codes;
        OptionalInt optionalInt;
        OptionalLong optionalLong;
        OptionalDouble optionalDouble;
        Optional<String> optionalText;
        @Column(type = "jsonb")
        Map<String, String> anything;
        @Column(type = "NUMERIC(7, 3)")
        String ownNumber;
        @Column(type = "citext")
        String foreign;
        DayOfWeek day;
        List<DayOfWeek> days;
        @Enumerated(name = "weekday", schema = "cal")
        DayOfWeek other;
        @Column(type = "smallint")
        DayOfWeek number;
    }

    private static final Map<String, String> EXPECTED = expected();

    private static Map<String, String> expected() {
        Map<String, String> types = new TreeMap<>();
        String[] pairs = { "a_boolean", "boolean", "boxed_boolean", "boolean", "a_byte", "smallint", "boxed_byte", "smallint",
                "a_short", "smallint", "boxed_short", "smallint", "an_int", "integer", "boxed_int", "integer", "a_long",
                "bigint", "boxed_long", "bigint", "a_float", "real", "boxed_float", "real", "a_double", "double precision",
                "boxed_double", "double precision", "a_char", "character(1)", "boxed_char", "character(1)", "text", "text",
                "short_text", "character varying(20)", "decimal", "numeric", "price", "numeric(12,2)", "rounded",
                "numeric(5,-2)", "big", "numeric", "bounded", "numeric(30,0)", "bytes", "bytea", "buffer", "bytea", "uuid",
                "uuid", "instant", "timestamp with time zone", "offset_date_time", "timestamp with time zone",
                "zoned_date_time", "timestamp with time zone", "millis", "timestamp(3) with time zone", "date", "date", "time",
                "time without time zone", "offset_time", "time with time zone", "date_time", "timestamp without time zone",
                "seconds", "timestamp(0) without time zone", "duration", "interval", "period", "interval", "interval",
                "interval", "address", "inet", "json", "jsonb", "json_array", "jsonb", "point", "point", "ints", "integer[]",
                "matrix", "integer[]", "blobs", "bytea[]", "texts", "text[]", "list", "text[]", "set", "uuid[]",
                "optional_list", "bigint[]", "codes", "character varying(5)[]", "optional_int", "integer", "optional_long",
                "bigint", "optional_double", "double precision", "optional_text", "text", "anything", "jsonb", "own_number",
                "numeric(7,3)", "foreign", "citext", "day", "public.day_of_week", "days", "public.day_of_week[]", "other",
                "cal.weekday", "number", "smallint" };
        for (int i = 0; i < pairs.length; i += 2) {
            types.put(pairs[i], pairs[i + 1]);
        }
        return types;
    }

    @Test
    void everyDocumentedJavaTypeHasItsPostgresType() {
        Entities entities = Entities.of(Everything.class);
        Map<String, String> types = new TreeMap<>();
        entities.intent().schema().all(io.quarkiverse.dibs.schema.Column.class)
                .forEach(column -> types.put(column.id().name(), column.type().name()));
        assertThat(entities.problems()).isEmpty();
        assertThat(types).isEqualTo(EXPECTED);
    }

    @Test
    void anEnumOfTheJdkBecomesATypeThatItsColumnsDependOn() {
        Entities entities = Entities.of(Everything.class);
        assertThat(entities.names(EnumType.class)).containsExactly("weekday", "day_of_week");
        io.quarkiverse.dibs.schema.Column day = entities.column("everything", "day");
        assertThat(entities.intent().schema().dependenciesOf(day.id())).anyMatch(id -> id.name().equals("day_of_week"));
    }
}
