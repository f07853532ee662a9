package org.aletheia.evidence.bulk;

import java.util.Locale;

/** What a line that is refused means for the others. */
public enum BulkMode {
    /** Nothing: each line stands for itself. */
    LINE,
    /** That nothing is written. */
    ALL;

    /** The lower-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
