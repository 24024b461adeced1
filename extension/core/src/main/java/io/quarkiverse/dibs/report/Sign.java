package io.quarkiverse.dibs.report;

/** What happens to an object: it comes, goes or changes. */
public enum Sign {
    CREATED("+"),
    DROPPED("-"),
    ALTERED("~");

    private final String mark;

    Sign(String mark) {
        this.mark = mark;
    }

    /** The one character that stands before a line. */
    public String mark() {
        return mark;
    }
}
