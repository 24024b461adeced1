package io.quarkiverse.dibs.deployment.intent;

import java.util.Optional;

import io.quarkiverse.dibs.intent.Intent.Source;

/**
 * Where something is declared: a class, or one of its fields. Line and column count from 1; 0 means that nobody recorded them.
 */
public record Place(String className, String member, String file, int line, int column, Optional<String> javadoc) {

    /** For people: {@code org.acme.User.email (org/acme/User.java:12:19)}. */
    public String display() {
        String name = member.isEmpty() ? className : className + "." + member;
        return position().map(at -> name + " (" + at + ")").orElse(name);
    }

    /** What a problem points to: {@code file:line:column} where it is known, the class and field elsewhere. */
    public String location() {
        return position().orElse(member.isEmpty() ? className : className + "." + member);
    }

    /** @param javaType what is declared here; the documentation is that of this and of nothing that hangs on it */
    Source source(Optional<String> javaType) {
        return new Source(className, member, file, line, column, javaType.isPresent() ? javadoc : Optional.empty(), javaType);
    }

    private Optional<String> position() {
        return line > 0 ? Optional.of(file + ":" + line + ":" + column) : Optional.empty();
    }
}
