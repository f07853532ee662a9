package org.aletheia.joins.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How two names are alike; the first that holds is told. */
enum NameLikeness {
    EQUAL("name-equal"),
    TRANSLITERATED("name-transliterated"),
    CONSONANTS("name-consonants"),
    /** Of persons: patronymics and further names are left out by some. */
    PART("name-part");

    /** Fewer consonants than these say nothing. */
    private static final int LEAST_BONES = 4;

    private static final int LEAST_WORDS = 2;

    private final String code;

    NameLikeness(String code) {
        this.code = code;
    }

    /** Of the list {@code join-suggestion}. */
    String code() {
        return code;
    }

    static Optional<NameLikeness> of(NameForm one, NameForm other, boolean ofPersons) {
        if (!one.folded().isEmpty() && one.folded().equals(other.folded())) {
            return Optional.of(EQUAL);
        }
        if (!one.line().isEmpty()
                && (one.line().equals(other.line()) || one.words().equals(other.words()))) {
            return Optional.of(TRANSLITERATED);
        }
        boolean bones = one.boneLine().equals(other.boneLine()) || one.bones().equals(other.bones());
        if (bones && one.boneLine().length() >= LEAST_BONES) {
            return Optional.of(CONSONANTS);
        }
        return ofPersons && (within(one, other) || within(other, one)) ? Optional.of(PART) : Optional.empty();
    }

    private static boolean within(NameForm shorter, NameForm longer) {
        List<String> left = new ArrayList<>(longer.bones());
        return shorter.bones().size() >= LEAST_WORDS
                && String.join("", shorter.bones()).length() >= LEAST_BONES
                && shorter.bones().stream().allMatch(left::remove);
    }
}
