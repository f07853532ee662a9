package org.aletheia.transparency;

import java.util.Optional;

/** What a cosigner answers to a {@link CosignRequest}. */
public sealed interface CosignDecision {
    /**
     * The checkpoint extends what was cosigned last, or is the same: 200. It is to be kept in place of that one, durably and
     * only if that one is still the last, before a cosignature leaves.
     *
     * @param note the checkpoint with one verified signature of each trusted key that signed, and no others
     * @param last what was cosigned last
     */
    record Extends(SignedNote note, Optional<SignedNote> last) implements CosignDecision {}

    /**
     * The old size is not that of the checkpoint cosigned last: 409, with the size that is.
     *
     * @param lastSize 0 where none was cosigned
     */
    record Stale(long lastSize, Optional<Contradiction> contradiction) implements CosignDecision {}

    /** Not cosigned for another reason. */
    record Refused(Reason reason, Optional<Contradiction> contradiction) implements CosignDecision {}

    /** Why not. */
    enum Reason {
        /** The origin is nobody's whose log is cosigned here: 404. */
        UNKNOWN_ORIGIN("unknown-origin"),
        /** No trusted key has signed, or a signature of one fails: 403. */
        UNTRUSTED("untrusted"),
        /** The old size is larger than the checkpoint's: 400. */
        SIZES_REVERSED("sizes-reversed"),
        /** The proof does not lead from what was cosigned last to the checkpoint: 422. */
        INCONSISTENT("inconsistent");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable code. */
        public String code() {
            return code;
        }
    }

    /**
     * Two checkpoints that the log's keys have signed and that are not known to belong to one history.
     *
     * @param last what was cosigned last
     * @param offered what was asked, its note reduced to one verified signature of each trusted key
     */
    record Contradiction(Kind kind, SignedNote last, CosignRequest offered) {
        /** How much it shows. */
        public enum Kind {
            /**
             * The log has signed two histories: two roots of one size, or a proof that leads to the new root from another
             * old one. Anyone can check it with the log's keys alone.
             */
            SPLIT_VIEW("split-view"),
            /**
             * The checkpoint is genuine, and the proof that came with it leads nowhere. Either the log has two histories, or
             * somebody sent a genuine checkpoint with hashes of their own, which needs no key.
             */
            UNPROVEN("unproven");

            private final String code;

            Kind(String code) {
                this.code = code;
            }

            /** Stable code. */
            public String code() {
                return code;
            }
        }
    }
}
