package org.acme.shop.db;

import java.util.Optional;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.Icon;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.IndexKey;
import io.quarkiverse.dibs.Label;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Subtype;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.Unique;

/** Somebody who buys, or has at least signed up. */
@Table("customers")
@Icon("user")
@Comment("People who can sign in")
@Index(name = "customers_email_lower_idx", unique = true, keys = @IndexKey(expression = "lower(email)"))
public class Customer extends Timestamped {

    @PrimaryKey
    @Identity
    public Long id;

    /** The address they sign in with. */
    @Unique
    @Check("email LIKE '%@%'")
    @Subtype("email")
    public String email;

    /** What they want to be called. */
    @Label
    @Column("display_name")
    public Optional<String> name;

    /** Where bills go, once they have bought something. */
    @Embedded(prefix = "billing_")
    public Optional<Address> billing;

    @Column(type = "jsonb")
    @DefaultValue("'{}'")
    public String preferences;

    @DefaultValue("true")
    public boolean active;
}
