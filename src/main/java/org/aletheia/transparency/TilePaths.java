package org.aletheia.transparency;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;

/** The path form {@code <N>[.p/<W>]} of C2SP tlog-tiles: index in groups of three digits, width if partial. */
final class TilePaths {
    /** Hashes or entries in a full tile. */
    static final int FULL = 256;

    private static final Pattern FORM = Pattern.compile("((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int GROUP = 1000;

    private TilePaths() {}

    record Parsed(long index, int width) {}

    static String format(long index, int width) {
        StringBuilder path = new StringBuilder(digits(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x" + digits(rest % GROUP) + "/");
        }
        return width == FULL ? path.toString() : path + ".p/" + width;
    }

    static Parsed parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            throw malformed(path);
        }
        long index = index(path, form.group(1).replace("x", "").replace("/", ""));
        int width = form.group(2) == null ? FULL : Integer.parseInt(form.group(2));
        boolean partial = form.group(2) != null;
        // One tile has one path: no needless leading groups, and a full tile is never written as partial.
        if ((partial && width >= FULL) || !format(index, width).equals(path)) {
            throw malformed(path);
        }
        return new Parsed(index, width);
    }

    /** Seven groups of digits can say more than 63 bits. */
    private static long index(String path, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw malformed(path);
        }
    }

    static void check(long index, int width) {
        if (index < 0) {
            throw new MalformedValueException("tile-index", "negative index " + index);
        }
        if (width < 1 || width > FULL) {
            throw new MalformedValueException("tile-width", "width " + width + " is not between 1 and 256");
        }
    }

    static MalformedValueException malformed(String path) {
        return new MalformedValueException("tile-path", "not the path of a tile: " + path);
    }

    private static String digits(long group) {
        return String.format(Locale.ROOT, "%03d", group);
    }
}
