package @group@.db;

import java.time.Instant;

import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.Unique;

/** People who can sign in. */
@Table("person")
public class Person {

    @PrimaryKey
    @Identity
    public Long id;

    @Unique
    public String email;

    @DefaultValue("now()")
    public Instant createdAt;
}
