package io.quarkiverse.dibs.report;

/** How many columns a text takes on a terminal: East Asian wide characters and emoji take two, combining marks none. */
public final class TextWidth {

    private TextWidth() {
    }

    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    public static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT
                || Character.isISOControl(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** The text and as many spaces as make it that wide. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    // the ranges of width W and F in Unicode's EastAsianWidth.txt, joined where only unassigned characters lie between
    private static boolean isWide(int c) {
        return c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0x303e || c >= 0x3041 && c <= 0xa4cf
                || c >= 0xa960 && c <= 0xa97c || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1f64f || c >= 0x1f680 && c <= 0x1f6ff || c >= 0x1f900 && c <= 0x1f9ff
                || c >= 0x20000 && c <= 0x3fffd);
    }
}
