package io.quarkiverse.dibs.report;

import java.util.Objects;

/** Where something is declared in the Java source. Line and column count from 1 and are 0 when nobody recorded them. */
public record SourceLocation(String className, String member, String file, int line, int column) {

    public SourceLocation {
        Objects.requireNonNull(className);
        Objects.requireNonNull(member);
        Objects.requireNonNull(file);
    }

    /** {@code User.java:14}, for lines that have little room. */
    public String shortDisplay() {
        if (line > 0) {
            return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
        }
        return className.substring(className.lastIndexOf('.') + 1) + (member.isEmpty() ? "" : "." + member);
    }

    /** {@code org/acme/User.java:14:5}, or the class and member when no position was recorded. */
    public String display() {
        if (line > 0) {
            return file + ":" + line + (column > 0 ? ":" + column : "");
        }
        return member.isEmpty() ? className : className + "." + member;
    }
}
