package io.quarkiverse.dibs.deployment.intent;

/**
 * What the configuration says about reading entities.
 *
 * @param defaultSchema the schema of tables and types that name none
 */
public record IntentSettings(String defaultSchema, NamingStrategy naming) {
}
