package org.aletheia.evidence.handling;

import java.util.Map;
import java.util.UUID;

/** Who has an object in possession. Never a name. */
public sealed interface Custodian {
    /** A member organisation. */
    record Organisation(UUID id) implements Custodian {}

    /**
     * Somebody who is no member here.
     *
     * @param code of the list {@code custody-role}, or a pseudonym
     */
    record Party(String code) implements Custodian {}

    /** Whether it is this member organisation. */
    default boolean is(UUID organisation) {
        return this instanceof Organisation member && member.id().equals(organisation);
    }

    /** As it stands in events: one key, {@code organisation} or {@code party}. */
    default Map<String, Object> json() {
        return switch (this) {
            case Organisation member -> Map.of("organisation", member.id().toString());
            case Party party -> Map.of("party", party.code());
        };
    }
}
