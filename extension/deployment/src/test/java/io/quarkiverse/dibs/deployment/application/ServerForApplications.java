package io.quarkiverse.dibs.deployment.application;

import io.quarkiverse.dibs.embedded.EmbeddedPostgres;

/** A server of its own for one test of an application; it ends with the process. */
public final class ServerForApplications {

    private ServerForApplications() {
    }

    /** The same for a test class and for its twin in the application's class loader. */
    public static String url(String test) {
        String property = "dibs.test.server." + test;
        if (System.getProperty(property) == null) {
            System.setProperty(property, EmbeddedPostgres.builder().major(15).temporary().testSettings().start().url());
        }
        return System.getProperty(property);
    }
}
