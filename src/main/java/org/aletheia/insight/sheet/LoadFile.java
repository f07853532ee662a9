package org.aletheia.insight.sheet;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Concordance load file (.DAT) as review platforms read it: fields between U+00FE, parted by U+0014, an end of line within
 * a field is U+00AE, lines end with CR LF. The format has no escape: a thorn in a text becomes "th", a registered sign
 * "(R)", other control characters a blank.
 */
public final class LoadFile {
    private static final char QUALIFIER = '\u00FE';
    private static final char SEPARATOR = '\u0014';
    private static final char NEW_LINE = '\u00AE';

    private LoadFile() {}

    /** One line, with its end. */
    public static String line(List<String> fields) {
        return fields.stream().map(LoadFile::field).collect(Collectors.joining(String.valueOf(SEPARATOR), "", "\r\n"));
    }

    private static String field(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append(QUALIFIER);
        value.replace("\r\n", "\n").codePoints().forEach(c -> append(text, c));
        return text.append(QUALIFIER).toString();
    }

    private static void append(StringBuilder text, int c) {
        switch (c) {
            case QUALIFIER -> text.append("th");
            case NEW_LINE -> text.append("(R)");
            case '\n', '\r', '\u0085', '\u2028', '\u2029' -> text.append(NEW_LINE);
            default -> text.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        }
    }
}
