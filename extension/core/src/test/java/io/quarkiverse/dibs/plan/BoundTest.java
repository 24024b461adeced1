package io.quarkiverse.dibs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the texts of bounds say of the rows; what cannot be known is neither an overlap nor a containment. */
class BoundTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FOR VALUES FROM (1) TO (10)                            | FOR VALUES FROM (9) TO (20)                    | true
            FOR VALUES FROM (1) TO (10)                            | FOR VALUES FROM (10) TO (20)                   | false
            FOR VALUES FROM ('-5') TO (10)                         | FOR VALUES FROM ('-10') TO ('-4')              | true
            FOR VALUES FROM (MINVALUE) TO (0)                      | FOR VALUES FROM ('-1') TO (MAXVALUE)           | true
            FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')       | FOR VALUES FROM ('2023-07-01') TO ('2025-01-01') | true
            FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')       | FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') | false
            FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2023-02-01 00:00:00+00') | FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00') | true
            FOR VALUES FROM ('a') TO ('m')                         | FOR VALUES FROM ('c') TO ('z')                 | false
            FOR VALUES FROM ('a') TO ('m')                         | FOR VALUES FROM ('a') TO ('c')                 | true
            FOR VALUES FROM (1, 5) TO (1, 9)                       | FOR VALUES FROM (1, 8) TO (2, 0)               | true
            FOR VALUES FROM (1, 5) TO (1, 9)                       | FOR VALUES FROM (1, 9) TO (2, 0)               | false
            FOR VALUES IN ('a', 'it''s, (b)')                      | FOR VALUES IN ('it''s, (b)')                   | true
            FOR VALUES IN ('a', NULL)                              | FOR VALUES IN (NULL)                           | true
            FOR VALUES IN (1, 2)                                   | FOR VALUES IN (3)                              | false
            FOR VALUES WITH (modulus 4, remainder 3)               | FOR VALUES WITH (modulus 2, remainder 1)       | true
            FOR VALUES WITH (modulus 4, remainder 3)               | FOR VALUES WITH (modulus 2, remainder 0)       | false
            FOR VALUES WITH (modulus 2, remainder 0)               | FOR VALUES WITH (modulus 3, remainder 2)       | true
            DEFAULT                                                | FOR VALUES IN (3)                              | true
            """)
    void overlaps(String one, String other, boolean overlap) {
        assertThat(Bound.of(one).overlaps(Bound.of(other))).isEqualTo(overlap);
        assertThat(Bound.of(other).overlaps(Bound.of(one))).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FOR VALUES FROM (1) TO (10)              | FOR VALUES FROM (1) TO (9)               | true
            FOR VALUES FROM (1) TO (10)              | FOR VALUES FROM (1) TO (11)              | false
            FOR VALUES FROM (MINVALUE) TO (MAXVALUE) | FOR VALUES FROM ('a') TO ('b')           | true
            FOR VALUES FROM ('a') TO ('z')           | FOR VALUES FROM ('b') TO ('c')           | false
            FOR VALUES IN ('a', 'b')                 | FOR VALUES IN ('b')                      | true
            FOR VALUES IN ('a')                      | FOR VALUES IN ('a', 'b')                 | false
            FOR VALUES WITH (modulus 2, remainder 1) | FOR VALUES WITH (modulus 4, remainder 3) | true
            FOR VALUES WITH (modulus 4, remainder 3) | FOR VALUES WITH (modulus 2, remainder 1) | false
            FOR VALUES WITH (modulus 3, remainder 0) | FOR VALUES WITH (modulus 2, remainder 0) | false
            DEFAULT                                  | FOR VALUES IN ('b')                      | false
            """)
    void contains(String wide, String narrow, boolean contained) {
        assertThat(Bound.of(wide).contains(Bound.of(narrow))).isEqualTo(contained);
    }
}
