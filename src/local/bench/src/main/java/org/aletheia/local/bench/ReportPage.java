package org.aletheia.local.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places for figures, each between two marks of which the first names its groups. A run writes the places of
 * which it has all groups; the rest is written by people, or by other runs.
 */
record ReportPage(String text) {
    private static final Pattern PLACE = Pattern.compile(
            "(<!-- figures of ([a-z,]+): written by ./aletheia bench --write -->\n).*?(<!-- end of figures -->)",
            Pattern.DOTALL);

    /** Whether a run of these groups has anything to write. */
    boolean hasPlaceFor(Collection<String> groups) {
        return PLACE.matcher(text).results().anyMatch(place -> groups.containsAll(groups(place)));
    }

    /** @param machine what the figures were measured on, and when */
    String with(String machine, Map<String, List<Figure>> figures) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        figures.keySet().containsAll(groups(place)) ? filled(place, machine, figures) : place.group()));
    }

    private static String filled(MatchResult place, String machine, Map<String, List<Figure>> figures) {
        StringBuilder filled = new StringBuilder(place.group(1)).append(machine).append('\n');
        filled.append(Figure.HEADER);
        groups(place).forEach(group -> figures.get(group).forEach(figure -> filled.append(figure.row())));
        return filled.append(place.group(3)).toString();
    }

    private static List<String> groups(MatchResult place) {
        return Arrays.asList(place.group(2).split(","));
    }
}
