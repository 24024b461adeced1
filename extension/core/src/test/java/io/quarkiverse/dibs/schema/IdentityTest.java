package io.quarkiverse.dibs.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final SqlType INTEGER = new SqlType("integer");
    private static final SqlType BIGINT = new SqlType("bigint");

    private final Column.Identity own = new Column.Identity(true, SequenceOptions.defaults(INTEGER), Optional.of("s"), false);
    private final Column.Identity cameWithLike = new Column.Identity(true, SequenceOptions.defaults(INTEGER), Optional.of("s"),
            true);

    @Test
    void boundsFollowTheTypeOfTheColumnUnlessTheSequenceIsOfAnother() {
        assertThat(own.optionsAs(BIGINT)).isEqualTo(SequenceOptions.defaults(BIGINT));
        assertThat(cameWithLike.optionsAs(BIGINT).max()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whetherBoundsStayIsNeitherComparedNorPrinted() {
        assertThat(cameWithLike).isEqualTo(own).hasSameHashCodeAs(own).hasToString(own.toString());
    }
}
