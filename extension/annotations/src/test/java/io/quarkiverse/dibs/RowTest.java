package io.quarkiverse.dibs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void givesValuesByNameAndPosition() {
        Row row = row("text", true, null);
        assertThat(row.getString("c0")).isEqualTo("text").isEqualTo(row.getString(0));
        assertThat(row.getBoolean("c1")).isTrue();
        assertThat(row.getString("c2")).isNull();
        assertThat(row.getLong("c2")).isNull();
    }

    @Test
    void turnsANumberIntoAnotherTypeThatHoldsIt() {
        Row row = row((short) 1, 2, 3L, new BigDecimal("4.0"), 0.5f);
        assertThat(row.getLong(0)).isEqualTo(1L);
        assertThat(row.getInteger(2)).isEqualTo(3);
        assertThat(row.getLong(3)).isEqualTo(4L);
        assertThat(row.getBigDecimal(1)).isEqualTo(new BigDecimal(2));
        assertThat(row.get(1, Short.class)).isEqualTo((short) 2);
        assertThat(row.get(4, Double.class)).isEqualTo(0.5);
        assertThat(row.get(1, Number.class)).isEqualTo(2);
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        Row row = row(Long.MAX_VALUE, new BigDecimal("1.5"), 1.5d);
        assertThatThrownBy(() -> row.getInteger(0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> row.getLong(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> row.getLong(2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column c2 is a java.lang.Double, not a java.lang.Long");
    }

    @Test
    void refusesAnotherTypeAndAnUnknownColumn() {
        Row row = row("text");
        assertThatThrownBy(() -> row.getLong("c0")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column c0 is a java.lang.String, not a java.lang.Long");
        assertThatThrownBy(() -> row.get("none")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no column none among [c0]");
    }

    @Test
    void rowsGiveTheOnlyRowOrSayThatItIsNotOne() {
        assertThat(rows(row(1)).single().getInteger(0)).isEqualTo(1);
        assertThat(rows(row(1), row(2)).map(row -> row.getInteger(0))).containsExactly(1, 2);
        assertThat(rows().first()).isEmpty();
        assertThatThrownBy(() -> rows().single()).isInstanceOf(IllegalStateException.class)
                .hasMessage("expected one row but there are 0");
        assertThatThrownBy(() -> rows(row(1), row(2)).single()).isInstanceOf(IllegalStateException.class);
    }

    private static Rows rows(Row... rows) {
        return new Rows() {
            @Override
            public List<String> columnNames() {
                return List.of("c0");
            }

            @Override
            public List<Row> list() {
                return List.of(rows);
            }

            @Override
            public long rowCount() {
                return rows.length;
            }
        };
    }

    private static Row row(Object... values) {
        return new Row() {
            @Override
            public List<String> columnNames() {
                return Arrays.asList("c0", "c1", "c2", "c3", "c4").subList(0, values.length);
            }

            @Override
            public Object get(int position) {
                return values[position];
            }
        };
    }
}
