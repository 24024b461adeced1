package io.quarkiverse.dibs.postgres.operation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * One side of a comparison as it was read.
 *
 * @param description for people, without a password
 * @param serverMajor 0 where no server was asked
 * @param managedTables tables that a migration of dibs created
 * @param estimatedRows rows by table, where a server knows
 * @param intent present when the side is the entities
 * @param saidInFull what SQL files beside the entities say
 */
record Side(String description, Schema schema, int serverMajor, Set<ObjectId> managedTables,
        Map<ObjectId, Long> estimatedRows, Optional<Intent> intent, Set<ObjectId> saidInFull) {

    Side withSchema(Schema other) {
        return new Side(description, other, serverMajor, managedTables, estimatedRows, intent, saidInFull);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(schema);
    }
}
