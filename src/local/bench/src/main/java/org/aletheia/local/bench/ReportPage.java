package org.aletheia.local.bench;

/** The page of figures: what stands between its two marks is written by a run, the rest by people. */
record ReportPage(String text) {

    private static final String BEGIN = "<!-- figures: written by ./aletheia bench --write -->\n";
    private static final String END = "<!-- end of figures -->";

    String with(String machine, String table) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no place for figures");
        }
        return text.substring(0, begin + BEGIN.length()) + machine + "\n" + table + text.substring(end);
    }
}
