package io.quarkiverse.dibs.postgres.catalog;

import java.util.Optional;

/**
 * The server a catalog was read from. {@code role} is the one that read it; {@code readOnly} says that no transaction can
 * write;
 * the system identifier is absent where the role may not know it.
 */
public record ServerInfo(int versionNum, String version, String role, String database, boolean inRecovery, boolean readOnly,
        Optional<String> systemIdentifier) {

    public int major() {
        return versionNum / 10_000;
    }
}
