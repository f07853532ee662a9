package org.aletheia.custody;

import java.util.Optional;
import java.util.UUID;

/** Proofs that events are in the published log. Decides nothing about access. */
public interface Proofs {
    /**
     * The C2SP tlog-proof of an event against the last published checkpoint; verified before it is handed out.
     *
     * @return empty while no published checkpoint covers the event, and for an unknown event
     */
    Optional<String> tlogProof(UUID eventId);
}
