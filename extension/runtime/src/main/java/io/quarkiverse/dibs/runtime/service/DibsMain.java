package io.quarkiverse.dibs.runtime.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The main class of a db module built with {@code quarkus.dibs.service=true}. It is in no index, so no other application gets
 * it.
 */
@QuarkusMain
public final class DibsMain {

    private DibsMain() {
    }

    public static void main(String... arguments) {
        Quarkus.run(DibsApplication.class, arguments);
    }
}
