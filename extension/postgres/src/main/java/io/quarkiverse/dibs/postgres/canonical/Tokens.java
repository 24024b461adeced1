package io.quarkiverse.dibs.postgres.canonical;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * Names nobody can have used. A temporary object is called by one before its texts are read back, so that every mention of it
 * in them can be told from anything else and be given its true, qualified name.
 */
final class Tokens {

    private final String prefix;
    private final Pattern mention;
    private final Map<String, ObjectId> ids = new HashMap<>();

    Tokens() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        prefix = "dibs_" + HexFormat.of().formatHex(random) + "_";
        mention = Pattern.compile("(?:\\bpg_temp(?:_\\d+)?\\.)?\\b" + prefix + "\\d+\\b");
    }

    /** A new token that stands for the object. */
    String of(ObjectId id) {
        String token = prefix + ids.size();
        ids.put(token, id);
        return token;
    }

    /** The object a name stands for, or null when it is no token. */
    ObjectId meaning(String name) {
        return ids.get(name);
    }

    /** The text with true names in the place of tokens, also inside a string such as {@code 'token'::regclass}. */
    String resolve(String text) {
        Matcher matcher = mention.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String found = matcher.group();
            ObjectId id = ids.get(found.substring(found.indexOf(prefix)));
            String name = id == null ? found : Identifiers.qualify(id);
            boolean inString = matcher.start() > 0 && text.charAt(matcher.start() - 1) == '\'';
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(inString ? name.replace("'", "''") : name));
        }
        return matcher.appendTail(resolved).toString();
    }
}
