package io.quarkiverse.dibs.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import io.quarkiverse.dibs.protocol.ProtocolVersion;
import picocli.CommandLine.IVersionProvider;

/** Which dibs this is, as its build recorded it. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] { "dibs " + dibs() + " (protocol " + ProtocolVersion.MAJOR + "." + ProtocolVersion.MINOR + ", Java "
                + Runtime.version().feature() + ")" };
    }

    static String dibs() {
        return recorded("dibs");
    }

    static String quarkus() {
        return recorded("quarkus");
    }

    private static String recorded(String name) {
        Properties versions = new Properties();
        try (InputStream in = VersionText.class.getResourceAsStream("/dibs-versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(name);
    }
}
