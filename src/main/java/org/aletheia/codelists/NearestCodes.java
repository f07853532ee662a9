package org.aletheia.codelists;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which codes of a list somebody may have meant. */
final class NearestCodes {
    /** What a longer text adds to the distance cannot help anybody, and would cost time. */
    private static final int MAX_LENGTH = 64;

    private NearestCodes() {}

    /**
     * At most {@code count} codes, nearest first; codes that begin with what was given, or whose label says it, come before
     * the others.
     */
    static List<String> of(CodeList list, String given, int count) {
        String text = given.substring(0, Math.min(given.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
        return list.codes().stream()
                .filter(row -> row.status() != CodeStatus.RETIRED)
                .map(row -> new Candidate(row.code(), distance(row, text)))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(count)
                .map(Candidate::code)
                .toList();
    }

    /** Measured once, not at each comparison. */
    private record Candidate(String code, int distance) {}

    private static int distance(CodeEntry row, String text) {
        boolean named = text.length() > 2
                && row.labels().values().stream()
                        .anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(text));
        String code = row.code().toLowerCase(Locale.ROOT);
        boolean begun = text.length() > 1 && code.startsWith(text);
        return named || begun ? 0 : 1 + levenshtein(code, text);
    }

    private static int levenshtein(String a, String b) {
        int[] costs = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(replace, Math.min(costs[j], costs[j - 1]) + 1);
            }
        }
        return costs[b.length()];
    }
}
