package io.quarkiverse.dibs.deployment.application;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;

/** Makes the database what the entities say. */
@Migration
public class M1CreateArticles {

    void migrate(MigrationContext db) {
        db.execute("CREATE TABLE articles (id bigint NOT NULL, CONSTRAINT articles_pkey PRIMARY KEY (id))");
    }
}
