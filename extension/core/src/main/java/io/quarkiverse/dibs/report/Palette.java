package io.quarkiverse.dibs.report;

/** Gives texts their colours: as ANSI sequences on a terminal, or none. Never changes a text otherwise. */
public enum Palette {
    PLAIN(false),
    ANSI(true);

    private final boolean coloured;

    Palette(boolean coloured) {
        this.coloured = coloured;
    }

    public String created(String text) {
        return paint("32", text);
    }

    public String dropped(String text) {
        return paint("31", text);
    }

    public String altered(String text) {
        return paint("33", text);
    }

    public String heading(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String danger(String text) {
        return paint("1;31", text);
    }

    public String good(String text) {
        return paint("1;32", text);
    }

    public String of(Sign sign, String text) {
        return switch (sign) {
            case CREATED -> created(text);
            case DROPPED -> dropped(text);
            case ALTERED -> altered(text);
        };
    }

    public String of(MigrationRow.State state, String text) {
        return switch (state) {
            case APPLIED, BASELINE -> created(text);
            case PENDING, OUT_OF_ORDER, CHANGED, FUTURE -> altered(text);
            case MISSING, FAILED, IN_DOUBT -> danger(text);
        };
    }

    public String of(FleetState state, String text) {
        return switch (state) {
            case UP_TO_DATE, MIGRATED -> created(text);
            case TRIED, PENDING, FUTURE, CHANGED, OUT_OF_ORDER, CANCELLED, NOT_RUN -> altered(text);
            case MISSING, IN_DOUBT, FAILED_BEFORE, FAILED, UNREADABLE -> danger(text);
        };
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
