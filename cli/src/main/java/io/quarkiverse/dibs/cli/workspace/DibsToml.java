package io.quarkiverse.dibs.cli.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;

import io.quarkiverse.dibs.cli.CliProblem;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;
import io.quarkiverse.dibs.postgres.text.FileReason;

/**
 * The settings of a workspace, as its {@code dibs.toml} says them. An unknown key is an error: a misspelt one would be ignored
 * silently otherwise.
 *
 * @param module folder of the db module, relative to the workspace
 * @param binary a built db module to run in place of building one, relative to the workspace
 * @param app folder of the application that {@code dibs dev} starts
 */
public record DibsToml(Optional<String> module, Optional<String> binary, Optional<String> url, List<String> schemas,
        Optional<String> app) {

    private static final Set<String> DB_KEYS = Set.of("module", "binary", "url", "schemas");
    private static final Set<String> APP_KEYS = Set.of("module");

    public DibsToml {
        schemas = List.copyOf(schemas);
    }

    /** @throws DibsException DIBS-0903 when it is not TOML, DIBS-0904 when a setting is wrong */
    public static DibsToml read(Path file) {
        JsonNode root;
        try {
            root = new TomlMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw broken(file, e);
        } catch (IOException e) {
            throw CliProblem.usage("DIBS-0903", file + " cannot be read: " + FileReason.of(e), "Make it readable, as UTF-8.");
        }
        onlyKnown(file, "", root, Set.of("db", "app"));
        JsonNode db = root.path("db");
        JsonNode app = root.path("app");
        onlyKnown(file, "db.", db, DB_KEYS);
        onlyKnown(file, "app.", app, APP_KEYS);
        return new DibsToml(text(file, db, "db.", "module"), text(file, db, "db.", "binary"), text(file, db, "db.", "url"),
                texts(file, db, "db.", "schemas"), text(file, app, "app.", "module"));
    }

    private static DibsException broken(Path file, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String where = file + (location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr());
        return new DibsException(Problem.of("DIBS-0903", Category.USAGE, file.getFileName() + " is not TOML: "
                + Redactor.redact(e.getOriginalMessage())).at(where).remedy("Mend that line."), e);
    }

    private static void onlyKnown(Path file, String prefix, JsonNode table, Set<String> known) {
        if (!table.isObject() && !table.isMissingNode()) {
            throw wrong(file, prefix.substring(0, prefix.length() - 1) + " is not a table");
        }
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                throw wrong(file, "there is no setting \"" + prefix + key + "\"; there are "
                        + String.join(", ", known.stream().sorted().map(name -> prefix + name).toList()));
            }
        }
    }

    private static Optional<String> text(Path file, JsonNode table, String prefix, String key) {
        JsonNode value = table.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(file, prefix + key + " is not a text");
        }
        return Optional.of(value.textValue());
    }

    private static List<String> texts(Path file, JsonNode table, String prefix, String key) {
        JsonNode value = table.path(key);
        List<String> all = new ArrayList<>();
        if (value.isMissingNode()) {
            return all;
        }
        for (JsonNode item : value) {
            all.add(item.textValue());
        }
        if (!value.isArray() || all.contains(null)) {
            throw wrong(file, prefix + key + " is not a list of texts");
        }
        return all;
    }

    private static DibsException wrong(Path file, String message) {
        return new DibsException(
                Problem.of("DIBS-0904", Category.USAGE, message).at(file.toString()).remedy("Mend the setting."));
    }
}
