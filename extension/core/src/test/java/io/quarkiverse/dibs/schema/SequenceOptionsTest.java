package io.quarkiverse.dibs.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceOptionsTest {

    private static final SqlType INTEGER = new SqlType("integer");
    private static final SqlType BIGINT = new SqlType("bigint");

    @Test
    void theSequenceOfAnIdentityIsOfTheTypeOfItsColumnWhereThatHoldsTheBounds() {
        SequenceOptions cameWithLike = new SequenceOptions(BIGINT, 1, 1, 1, Integer.MAX_VALUE, 1, false);
        assertThat(cameWithLike.within(INTEGER)).isEqualTo(SequenceOptions.defaults(INTEGER));
        assertThat(SequenceOptions.defaults(BIGINT).within(INTEGER)).isEqualTo(SequenceOptions.defaults(BIGINT));
    }
}
