package org.aletheia.local.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param ours our median with unit
 * @param bare the bare service's median with unit, or a dash
 * @param ratio kept share of the bare service's speed, or a figure of its own; {@code NaN} where there is none
 * @param target the target as the project set it, or a dash
 * @param cpu processor time by component for one of what was measured, or a dash
 */
record Figure(String what, String ours, String bare, double ratio, String target, String cpu) {

    static final String HEADER = """
            | what | ours | bare service | ratio | target | processor time for one, by component |
            |---|---|---|---|---|---|
            """;

    String row() {
        String shown = Double.isNaN(ratio) ? "–" : String.format(Locale.ROOT, "%.2f", ratio);
        return "| " + String.join(" | ", what, ours, bare, shown, target, cpu) + " |\n";
    }
}
