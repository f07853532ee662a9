package org.aletheia.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;

/** Where an item stands between receipt and the record. Its bytes and its chain stay in every state. */
public enum ItemState {
    /** The bytes are here and nobody has looked yet. */
    RECEIVED,
    /** Somebody is deciding. */
    IN_TRIAGE,
    /** Part of the record, under a registration number. */
    REGISTERED,
    /** Given back to the sender. */
    RETURNED,
    /** Not taken into the record. */
    NOT_RETAINED;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What may follow. */
    public Set<ItemState> next() {
        return switch (this) {
            case RECEIVED -> Set.of(IN_TRIAGE);
            case IN_TRIAGE -> Set.of(REGISTERED, RETURNED, NOT_RETAINED);
            case REGISTERED, RETURNED, NOT_RETAINED -> Set.of();
        };
    }

    /** The code list that holds the reasons for entering this state. */
    public String reasons() {
        return switch (this) {
            case RECEIVED -> throw new IllegalStateException("no decision leads back to receipt");
            case IN_TRIAGE -> "triage-reason";
            case REGISTERED -> "registration-reason";
            case RETURNED -> "return-reason";
            case NOT_RETAINED -> "not-retained-reason";
        };
    }

    /** @throws MalformedValueException {@code state-unknown} */
    public static ItemState parse(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("state-unknown", "not a state of an item"));
    }
}
