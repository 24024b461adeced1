package org.acme.shop.db;

import java.time.Instant;

import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.MappedSuperclass;

/** What every row that people change has. */
@MappedSuperclass
public abstract class Timestamped {

    /** When the row came to be. */
    @DefaultValue("now()")
    public Instant createdAt;

    /** When it was last changed. */
    @DefaultValue("now()")
    public Instant updatedAt;
}
