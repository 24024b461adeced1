package io.quarkiverse.dibs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    @ParameterizedTest
    @ValueSource(strings = { "cannot open postgresql://me:s3cret@host/db", "postgres://me:s3cret@x@host:5432/db?a=b",
            "vertx-reactive:postgresql://me:p@ss:s3cret@host/db", "url postgresql://h/db?user=me&password=s3cret&x=1",
            "host=h password=s3cret dbname=d", "host=h password='s3 cret s3cret' dbname=d", "PGPASSWORD=s3cret psql",
            "sslpassword=s3cret", "alter role me password 's3cret'", "password: s3cret" })
    void noPasswordSurvives(String text) {
        assertThat(Redactor.redact(text)).doesNotContain("s3cret").contains("*****");
    }

    @ParameterizedTest
    @ValueSource(strings = { "password authentication failed for user \"me\"", "postgresql://me@host/db",
            "select password from users", "the time is 12:30 @ home" })
    void otherTextStays(String text) {
        assertThat(Redactor.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql://u:s3cret@h/x", "jdbc:postgresql://h/x?user=u&password=s3cret", "http://u:s3/cret@h",
            "host=h password=s3cret", "u:s3cret@h/x" })
    void ofATextThatIsNotUnderstoodOnlyABeginningOrAnEndIsShown(String text) {
        assertThat(Redactor.shortened(text)).doesNotContain("s3").contains("...");
    }

    @ParameterizedTest
    @ValueSource(strings = { "oracle:x", "entitys", "schema.sql" })
    void whatCanHoldNoPasswordIsShown(String text) {
        assertThat(Redactor.shortened(text)).isEqualTo(text);
    }
}
