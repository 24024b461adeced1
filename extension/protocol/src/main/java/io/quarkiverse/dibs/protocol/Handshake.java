package io.quarkiverse.dibs.protocol;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * The one line that a serving db module writes to standard output when it listens: {@code DIBS1 {"port":...}}. Members that a
 * reader does not know are skipped.
 */
public record Handshake(int port, int protocolMajor, int protocolMinor, String dibsVersion, String application, long pid) {

    private static final String MARK = "DIBS1 ";
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The line, without a line break. */
    public String toLine() {
        StringWriter text = new StringWriter().append(MARK);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("port", port);
            json.writeNumberField("protocolMajor", protocolMajor);
            json.writeNumberField("protocolMinor", protocolMinor);
            json.writeStringField("dibsVersion", dibsVersion);
            json.writeStringField("application", application);
            json.writeNumberField("pid", pid);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    /** What the line says, or empty when it is some other line of output. */
    public static Optional<Handshake> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        int port = 0;
        int major = 0;
        int minor = 0;
        String version = "";
        String application = "";
        long pid = 0;
        try (JsonParser json = FACTORY.createParser(line.substring(MARK.length()))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "port" -> port = json.getIntValue();
                    case "protocolMajor" -> major = json.getIntValue();
                    case "protocolMinor" -> minor = json.getIntValue();
                    case "dibsVersion" -> version = json.getText();
                    case "application" -> application = json.getText();
                    case "pid" -> pid = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return port == 0 ? Optional.empty() : Optional.of(new Handshake(port, major, minor, version, application, pid));
    }
}
