package io.quarkiverse.dibs.planfile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;

/**
 * What a schema looks like, in a few digits for each table, view, type and so on together with its parts. Two schemas between
 * which a diff sees no difference have the same print; where two prints differ they name the objects that do.
 */
public record SchemaPrint(SortedMap<String, String> objects) {

    /** Enough that no two forms of one object meet by chance, and short enough to be read past. */
    private static final int DIGITS = 16;

    public SchemaPrint {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /**
     * @param withAccess whether owners and privileges count: what entities want says nothing about them
     */
    public static SchemaPrint of(Schema schema, boolean withAccess) {
        SortedMap<ObjectId, MessageDigest> digests = new TreeMap<>();
        for (DbObject object : schema.objects()) {
            ObjectKind kind = object.id().kind();
            if (withAccess || kind != ObjectKind.OWNER && kind != ObjectKind.GRANT) {
                MessageDigest digest = digests.computeIfAbsent(object.id().root(), root -> sha256());
                digest.update(object.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
                digest.update(compared(object).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        SortedMap<String, String> objects = new TreeMap<>();
        digests.forEach((root, digest) -> objects.merge(root.kind().label() + " " + root.display(), hex(digest, DIGITS),
                (one, other) -> one + other));
        return new SchemaPrint(objects);
    }

    /** The object without what no diff compares. */
    private static DbObject compared(DbObject object) {
        if (object instanceof Column c) {
            return new Column(c.id(), 0, c.type(), c.collation(), c.notNull(), c.identity(), c.generated(), c.storage(),
                    c.compression(), c.statisticsTarget(), c.options(), c.foreignOptions(), false,
                    c.notNullConstraint().map(SchemaPrint::compared));
        } else if (object instanceof Inheritance i) {
            return new Inheritance(i.id(), i.inherits(), 0);
        }
        return object;
    }

    /** How one that is handed down is called and whether it is validated is the parent's. */
    private static NotNull compared(NotNull constraint) {
        boolean inherited = constraint.inherited();
        return new NotNull(constraint.givenName().filter(name -> !inherited), constraint.noInherit(),
                inherited || constraint.validated(), false, true);
    }

    /** SHA-256 over all of it, 64 hexadecimal digits. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (Map.Entry<String, String> entry : objects.entrySet()) {
            digest.update((entry.getKey() + '\0' + entry.getValue() + '\0').getBytes(StandardCharsets.UTF_8));
        }
        return hex(digest, 64);
    }

    /** What is another in {@code actual} than here, for people, in order: {@code table users differs}. */
    public List<String> differences(SchemaPrint actual) {
        SortedSet<String> names = new TreeSet<>(objects.keySet());
        names.addAll(actual.objects.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String expected = objects.get(name);
            String found = actual.objects.get(name);
            if (expected == null) {
                differences.add(name + " is there");
            } else if (found == null) {
                differences.add(name + " is not there");
            } else if (!expected.equals(found)) {
                differences.add(name + " differs");
            }
        }
        return differences;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest, int digits) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
    }
}
