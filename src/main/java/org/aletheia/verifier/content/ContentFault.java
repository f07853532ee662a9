package org.aletheia.verifier.content;

import java.util.Locale;

/** What can be wrong with a stored object or a key; what each means stands in {@code docs/custody.md} §8. */
public enum ContentFault {
    KEY,
    UNIT_KEY,
    DATA_KEY,
    OBJECT_HEADER,
    OBJECT_ID,
    OBJECT_END,
    SEGMENT;

    /** Stable: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
