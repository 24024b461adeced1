package org.acme.shop.db.migrations;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;

/** Customers who never said what they want to be called get the part of their address before the @. */
@Migration(transactional = false)
public class M20260119090000NameCustomers {

    void migrate(MigrationContext db) {
        db.backfill("display names").over("customers", "id").batchesOf(1_000).run("""
                UPDATE customers SET display_name = split_part(email, '@', 1)
                WHERE id > :after AND id <= :upTo AND display_name IS NULL
                """);
    }
}
