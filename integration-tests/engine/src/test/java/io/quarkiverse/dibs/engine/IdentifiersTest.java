package io.quarkiverse.dibs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.vertx.mutiny.sqlclient.Row;

/**
 * T5: every keyword of the server, and names made of what is awkward, in every position a name can have, created from nothing
 * and dropped again on a real server.
 */
class IdentifiersTest {

    private static final int MAJOR = 18;
    private static final int MOST_BYTES = 63;
    private static final int IN_ONE_DATABASE = 250;
    private static final List<String> PIECES = List.of("\"", "\"\"", ".", "$", "$$", " ", "'", "\\", ";", "--", "/*", "%", "\n",
            "a", "A", "b_", "1", "ünï", Normalizer.normalize("é", Normalizer.Form.NFC),
            Normalizer.normalize("é", Normalizer.Form.NFD), "\uD83D\uDE00", "\u05D0\u05D1", "\u0645", "select", "public",
            "\";drop table x;--", "\u00A0", "[]", "(", ")", ",", ":", "__dib", "pg");

    @Test
    void everyKeywordInEveryPosition() {
        List<String> keywords = new ArrayList<>();
        try (DatabasePool.Database database = DatabasePool.of(MAJOR).take()) {
            for (Row row : database.session().run("SELECT word FROM pg_get_keywords() ORDER BY word")) {
                keywords.add(row.getString(0));
            }
        }
        assertThat(keywords).hasSizeGreaterThan(400);
        System.out.println("identifiers: " + keywords.size() + " keywords");
        proveAll(keywords);
    }

    @Test
    void awkwardNamesInEveryPosition() {
        int count = Integer.getInteger("dibs.identifiers", 100);
        Random random = new Random(Cases.SEED);
        Set<String> names = new TreeSet<>();
        while (names.size() < count) {
            String name = awkward(random);
            // the server keeps these to itself, and dibs its own
            if (!name.startsWith("pg_") && !name.startsWith("__dibs_")) {
                names.add(name);
            }
        }
        System.out.println("identifiers, seed " + Cases.SEED + ": " + names.size() + " awkward names");
        assertThat(names).isNotEmpty();
        proveAll(names);
    }

    private static String awkward(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 5);
        for (int i = 0; i < length; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if ((name + piece).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
                name.append(piece);
            }
        }
        return name.toString();
    }

    private static void proveAll(Collection<String> names) {
        List<String> all = List.copyOf(names);
        for (int start = 0; start < all.size(); start += IN_ONE_DATABASE) {
            StringBuilder sql = new StringBuilder(
                    "CREATE SCHEMA place_of_relations; CREATE SCHEMA place_of_others; CREATE SCHEMA place_of_sequences;\n");
            all.subList(start, Math.min(all.size(), start + IN_ONE_DATABASE)).forEach(name -> everywhere(name, sql));
            for (Proof proof : new PairProof(MAJOR, false)
                    .prove(new Pair("identifiers from " + start, "", sql.toString(), "", ""))) {
                assertThat(proof.holds()).as(() -> shortened(proof.describe())).isTrue();
            }
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 4000));
    }

    private static void everywhere(String name, StringBuilder sql) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        String text = "E'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
        if (!name.equals("public")) {
            sql.append("CREATE SCHEMA ").append(quoted).append(";\n");
        }
        sql.append("CREATE TABLE place_of_relations.").append(quoted).append(" (").append(quoted)
                .append(" int DEFAULT 1 CONSTRAINT ")
                .append(quoted).append(" CHECK (").append(quoted).append(" > 0));\n");
        sql.append("COMMENT ON COLUMN place_of_relations.").append(quoted).append(".").append(quoted).append(" IS ")
                .append(text)
                .append(";\n");
        sql.append("CREATE TYPE place_of_others.").append(quoted).append(" AS ENUM (").append(text).append(");\n");
        sql.append("CREATE SEQUENCE place_of_sequences.").append(quoted).append(";\n");
        sql.append("CREATE FUNCTION place_of_others.").append(quoted).append("(").append(quoted)
                .append(" int) RETURNS int LANGUAGE sql AS 'SELECT 1';\n");
    }
}
