package org.aletheia.transparency.keys;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a log says of one of its keys. It only gets stricter, in the order of this enum. */
public enum KeyStanding {
    /** The log signs with it. */
    ACTIVE,
    /** The log no longer signs with it; what it has signed stands. */
    RETIRED,
    /** From that time on somebody else may have signed with it: only what is known to be older stands. */
    REVOKED;

    /** As in the text of a list. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyStanding> ofWord(String word) {
        return Stream.of(values())
                .filter(standing -> standing.word().equals(word))
                .findFirst();
    }
}
