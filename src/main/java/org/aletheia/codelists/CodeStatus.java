package org.aletheia.codelists;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a row of a list can be relied on. */
public enum CodeStatus {
    /** Checked against its source. */
    CURRENT,
    /** Usable, but code or label still await a check against the source. */
    PROVISIONAL,
    /** Kept for old records; refused in new ones. */
    RETIRED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that code. */
    static Optional<CodeStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(CodeStatus::code).toList();
    }
}
