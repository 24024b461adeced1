package io.quarkiverse.dibs.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/**
 * Trees of maps, lists, texts, whole numbers and booleans as JSON text. The keys of a written map are in the map's order, a
 * read one is sorted. Knows nothing of schemas.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    /** Writes the top map with one line for each element of its lists, so that a changed object is a changed line. */
    public static void write(Map<String, Object> top, Writer target) {
        try (JsonGenerator out = FACTORY.createGenerator(target)) {
            out.writeStartObject();
            for (Map.Entry<String, Object> entry : top.entrySet()) {
                out.writeRaw('\n');
                out.writeFieldName(entry.getKey());
                if (entry.getValue() instanceof List<?> list) {
                    out.writeStartArray();
                    for (Object element : list) {
                        out.writeRaw('\n');
                        writeValue(out, element);
                    }
                    out.writeEndArray();
                } else {
                    writeValue(out, entry.getValue());
                }
            }
            out.writeRaw('\n');
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the map indented, for people to read. */
    public static void writeIndented(Map<String, Object> top, Writer target) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator out = FACTORY.createGenerator(target)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            writeValue(out, top);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a whole text.
     *
     * @throws UncheckedIOException caused by a {@link JsonParseException} that says where, when it is not such a tree
     */
    public static Object read(String text) {
        try (JsonParser in = FACTORY.createParser(text)) {
            in.nextToken();
            Object value = readValue(in);
            if (in.nextToken() != null) {
                throw new JsonParseException(in, "there is more after the end");
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeValue(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                writeValue(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                writeValue(out, element);
            }
            out.writeEndArray();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else {
            throw new IllegalArgumentException("no JSON form for " + value);
        }
    }

    private static Object readValue(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new TreeMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                map.put(name, readValue(in));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                list.add(readValue(in));
            }
            return list;
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return in.getLongValue();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return in.getBooleanValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        throw new JsonParseException(in, token == null ? "the text is empty" : "unexpected " + token);
    }
}
