package io.quarkiverse.dibs.runtime.devui;

import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** What the Dev UI of an application with dibs needs at run time. */
@Recorder
public class DevUiRecorder {

    public Handler<RoutingContext> gate() {
        return new ReloadGate();
    }
}
