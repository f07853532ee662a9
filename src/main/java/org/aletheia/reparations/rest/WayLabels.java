package org.aletheia.reparations.rest;

import org.aletheia.codelists.CodeLists;

/** Labels of codes in one language, English where there is none. */
record WayLabels(CodeLists lists, String language) {
    /** Of a way to meet a requirement. */
    String of(String way) {
        if (way.startsWith("proof:")) {
            return code("claim-proof", way.substring("proof:".length()));
        }
        if (way.startsWith("check:")) {
            return code("claim-check", way.substring("check:".length()));
        }
        return way.equals("narrative") ? code("claim-proof", "own-account") : way;
    }

    /** Of a code; the code itself where the list does not have it. */
    String code(String list, String code) {
        return lists.find(list)
                .flatMap(rows -> rows.find(code))
                .map(row -> row.labels().getOrDefault(language, row.labels().getOrDefault("en", code)))
                .orElse(code);
    }
}
