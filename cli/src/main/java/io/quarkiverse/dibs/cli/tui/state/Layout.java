package io.quarkiverse.dibs.cli.tui.state;

/**
 * Where things stand on a screen: the tabs above, a list and the detail of its row beside or below it, a line of hints under
 * both. Areas hold their frames.
 */
public record Layout(Area list, Area detail, Area body, int footer) {

    public static final Size SMALLEST = new Size(40, 10);

    private static final int COLUMNS_FOR_TWO = 110;
    private static final int TABS = 1;
    private static final int FOOTER = 1;
    private static final int DIALOG_MARGIN = 4;
    private static final int WIDEST_DIALOG = 110;

    /** A part of the screen. */
    public record Area(int x, int y, int width, int height) {

        public int innerWidth() {
            return Math.max(0, width - 2);
        }

        public int innerHeight() {
            return Math.max(0, height - 2);
        }
    }

    public static Layout of(Size size) {
        int height = Math.max(0, size.rows() - TABS - FOOTER);
        Area body = new Area(0, TABS, size.columns(), height);
        if (size.columns() >= COLUMNS_FOR_TWO) {
            int left = size.columns() * 9 / 20;
            return new Layout(new Area(0, TABS, left, height), new Area(left, TABS, size.columns() - left, height), body,
                    size.rows() - FOOTER);
        }
        int upper = (height + 1) / 2;
        return new Layout(new Area(0, TABS, size.columns(), upper), new Area(0, TABS + upper, size.columns(), height - upper),
                body, size.rows() - FOOTER);
    }

    /** Where a dialog stands: in the midst of the body, as large as it may be. */
    public static Area dialog(Size size) {
        int width = Math.min(WIDEST_DIALOG, size.columns() - DIALOG_MARGIN);
        int height = Math.max(3, size.rows() - TABS - FOOTER - 2);
        return new Area((size.columns() - width) / 2, TABS + 1, width, height);
    }
}
