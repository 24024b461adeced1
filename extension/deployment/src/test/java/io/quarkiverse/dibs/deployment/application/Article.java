package io.quarkiverse.dibs.deployment.application;

import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;

/** An entity. */
@Table("articles")
public class Article {

    @PrimaryKey
    public long id;
}
