package io.quarkiverse.dibs.runtime.devmode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkus.runtime.annotations.Recorder;

/** Hands what the build of dev mode knows to the application. */
@Recorder
public class DevModeRecorder {

    /**
     * @param services empty for none
     * @param page empty for none
     */
    public Supplier<DevSettings> settings(DevSync sync, String fingerprint, String services, List<String> sources,
            String page) {
        return () -> new DevSettings(sync, fingerprint, Optional.of(services).filter(text -> !text.isEmpty()).map(Path::of),
                sources.stream().map(Path::of).toList(), Optional.of(page).filter(text -> !text.isEmpty()));
    }
}
