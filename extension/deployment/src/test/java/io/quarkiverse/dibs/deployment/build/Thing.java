package io.quarkiverse.dibs.deployment.build;

import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;

/** An entity. */
@Table("things")
public class Thing {

    @PrimaryKey
    public long id;
}
