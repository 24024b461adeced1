package io.quarkiverse.dibs.deployment.devmode;

import jakarta.inject.Singleton;

/** A class of the application that is no entity. */
@Singleton
public class Greeting {

    public String text() {
        return "hello";
    }
}
