package org.aletheia.testimony.consent.rest;

import java.util.List;

/**
 * A page for a person, in one language: to be printed, or read out.
 *
 * @param language one of the six
 * @param facts what it is about, each a label and a value
 */
record Sheet(String language, String title, String intro, List<Fact> facts, List<Section> sections, String keep) {
    private static final String RIGHT_TO_LEFT = "ar";

    /** A label and its value. */
    record Fact(String label, String value) {}

    /** @param lines none where there is nothing to say under the heading but {@code none} */
    record Section(String heading, List<Line> lines, String none) {}

    /** @param proof how anybody can check it; empty where it is no event */
    record Line(String text, String proof) {
        static Line of(String text) {
            return new Line(text, "");
        }
    }

    public String direction() {
        return language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr";
    }

    /**
     * The same as plain text: one sentence or heading a line, an empty line between the parts, nothing that a voice cannot
     * read.
     */
    String text() {
        StringBuilder out = new StringBuilder();
        line(out, title);
        line(out, "");
        line(out, intro);
        facts.forEach(fact -> line(out, fact.label() + ": " + fact.value()));
        for (Section section : sections) {
            line(out, "");
            line(out, section.heading());
            if (section.lines().isEmpty()) {
                line(out, section.none());
            }
            section.lines().forEach(each -> {
                line(out, each.text());
                if (!each.proof().isEmpty()) {
                    line(out, each.proof());
                }
            });
        }
        line(out, "");
        line(out, keep);
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
