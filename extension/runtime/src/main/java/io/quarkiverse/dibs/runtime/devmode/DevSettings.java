package io.quarkiverse.dibs.runtime.devmode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the build knows and dev mode needs.
 *
 * @param fingerprint of entities and migrations: as long as it stays, nothing has to be looked at again
 * @param services the folder in which this process announces itself to the command, or empty where there is no workspace
 * @param sources the source roots of the application and its db module; new migrations go into the first
 * @param page the path of dibs' first page below that of Quarkus' own pages, or empty where there is no Dev UI
 */
public record DevSettings(DevSync sync, String fingerprint, Optional<Path> services, List<Path> sources,
        Optional<String> page) {

    public DevSettings {
        sources = List.copyOf(sources);
    }
}
