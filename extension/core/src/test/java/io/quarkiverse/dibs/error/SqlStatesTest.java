package io.quarkiverse.dibs.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlStatesTest {

    @Test
    void aConditionHasItsName() {
        assertThat(SqlStates.meaning("42703")).contains("undefined column");
        assertThat(SqlStates.meaning("25P04")).contains("transaction timeout");
    }

    @Test
    void aCodeThatIsRaisedByUserCodeHasTheNameOfItsClass() {
        assertThat(SqlStates.meaning("23999")).contains("integrity constraint violation");
    }

    @Test
    void whatPostgresDoesNotKnowHasNone() {
        assertThat(SqlStates.meaning("ZZ999")).isEmpty();
        assertThat(SqlStates.meaning("")).isEmpty();
    }

    @Test
    void theServersObjectIsNamedFromTheInsideOut() {
        assertThat(Affected.of("public", "users", null, null, "users_email_key").display())
                .isEqualTo("constraint users_email_key of table public.users");
        assertThat(Affected.of("public", "users", "email", null, null).display())
                .isEqualTo("column email of table public.users");
        assertThat(Affected.of("", "", "", "", "").isEmpty()).isTrue();
    }
}
