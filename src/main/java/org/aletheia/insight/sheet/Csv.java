package org.aletheia.insight.sheet;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180): every field quoted, lines end with CR LF. Spreadsheets take a cell that begins with
 * {@code = + - @}, a tab or a carriage return for a formula: such a cell gets an apostrophe in front, also where blanks or a
 * full-width form come first.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** One line, with its end. */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        return '"' + defused(value).replace("\"", "\"\"") + '"';
    }

    private static String defused(String value) {
        int first = 0;
        while (first < value.length() && blank(value.charAt(first))) {
            first++;
        }
        return first < value.length() && FORMULA.indexOf(value.charAt(first)) >= 0 ? "'" + value : value;
    }

    /** What a spreadsheet may trim; not the tab and the carriage return, which begin a formula themselves. */
    private static boolean blank(char c) {
        return c != '\t' && c != '\r' && (c <= ' ' || c == '\uFEFF' || Character.isSpaceChar(c));
    }
}
