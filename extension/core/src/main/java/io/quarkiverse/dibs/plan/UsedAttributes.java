package io.quarkiverse.dibs.plan;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.sql.Identifiers;

/**
 * What reads attributes of a composite type that go or change their type: Postgres refuses both while a view says
 * {@code (address).city}. The model knows that something needs the type, its text says which attribute.
 */
final class UsedAttributes {

    private UsedAttributes() {
    }

    /** The objects that read, before, an attribute that is not there afterwards as it was. */
    static Stream<ObjectId> readersOfWhatGoes(ObjectId type, Schema from, Schema to, Dependencies before) {
        CompositeType present = from.find(type, CompositeType.class).orElseThrow();
        CompositeType wanted = to.find(type, CompositeType.class).orElseThrow();
        return present.attributes().stream().filter(attribute -> !wanted.attributes().contains(attribute))
                .flatMap(attribute -> before.usersOf(type).stream()
                        .filter(user -> reads(from.find(user).orElse(null), attribute.name())));
    }

    private static boolean reads(DbObject user, String attribute) {
        return user != null && user.id().kind() != ObjectKind.COMPOSITE
                && Pattern.compile("\\)\\." + Pattern.quote(Identifiers.quote(attribute)) + "(?![\\w$\"])")
                        .matcher(Objects.toString(user)).find();
    }
}
