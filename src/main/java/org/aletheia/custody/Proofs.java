package org.aletheia.custody;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.ReceiptTimestamp;

/** Proofs that events are in the published log. Decides nothing about access. */
public interface Proofs {
    /**
     * The C2SP tlog-proof of an event against the last published checkpoint; verified before it is handed out.
     *
     * @return empty while no published checkpoint covers the event, and for an unknown event
     */
    Optional<String> tlogProof(UUID eventId);

    /**
     * A proof against the first timestamped checkpoint that covers an event, with all its timestamps: of all proofs the one
     * that shows the earliest time by somebody else's word.
     *
     * @return empty while no timestamped checkpoint covers the event, and for an unknown event
     */
    Optional<Timestamped> timestamped(UUID eventId);

    /**
     * A proof whose checkpoint is timestamped.
     *
     * @param tlogProof verified; the timestamps were when they were kept
     */
    record Timestamped(String tlogProof, List<ReceiptTimestamp> timestamps) {
        public Timestamped {
            timestamps = List.copyOf(timestamps);
        }
    }

    /** For many proofs against one and the same checkpoint, the last one published; empty before there is one. */
    Optional<Series> series();

    /** Proofs against one checkpoint; remembers what it read, so it is for some hundred proofs. Not thread-safe. */
    interface Series {
        /** The C2SP tlog-proof of the event with this index; empty where the checkpoint does not cover it. */
        Optional<String> tlogProof(long index);

        /** The same checkpoint, with nothing remembered. */
        Series renewed();
    }
}
