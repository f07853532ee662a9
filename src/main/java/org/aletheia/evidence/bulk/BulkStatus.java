package org.aletheia.evidence.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a line. */
public enum BulkStatus {
    /** The record was written. */
    CREATED,
    /** An earlier request, or line, made it. */
    EXISTING,
    /** It says something that cannot be taken. */
    REFUSED,
    /** It would have been written: this is a dry run, or another line was refused and all were to be written or none. */
    VALID;

    /** The lower-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
