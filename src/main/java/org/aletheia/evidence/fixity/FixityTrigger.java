package org.aletheia.evidence.fixity;

import java.util.Locale;

/** Why an item was checked. */
enum FixityTrigger {
    /** Its time had come. */
    PLANNED,
    /** Somebody asked for it. */
    REQUESTED,
    /** Its bytes had been put back. */
    REPAIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
