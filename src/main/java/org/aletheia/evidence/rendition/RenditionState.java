package org.aletheia.evidence.rendition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;

/** Where a rendition stands between whoever made it and whoever answers for it. */
public enum RenditionState {
    /** Nobody but its maker has judged it. */
    PROPOSED,
    /** A second person found it free of identifying passages. */
    APPROVED,
    /** A second person did not. */
    REFUSED,
    /** Nobody is to rely on it any more. */
    WITHDRAWN;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may follow. */
    Set<RenditionState> next() {
        return switch (this) {
            case PROPOSED -> Set.of(APPROVED, REFUSED, WITHDRAWN);
            case APPROVED -> Set.of(WITHDRAWN);
            case REFUSED, WITHDRAWN -> Set.of();
        };
    }

    /** @throws MalformedValueException {@code state-unknown} */
    public static RenditionState parse(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("state-unknown", "not a state of a rendition"));
    }
}
