package io.quarkiverse.dibs.deployment.devmode;

import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;

/** An entity that tests change while the application runs. */
@Table("notes")
public class Note {

    @PrimaryKey
    public long id;

    // here
}
