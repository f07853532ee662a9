package org.aletheia.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which records of one kind a caller may list: the one source of every SQL predicate and search filter. */
public sealed interface RecordFilter {
    /** No record at all. */
    record Nothing() implements RecordFilter {}

    /**
     * Records whose classification is one of {@code classifications} and that are either owned by {@code ownedBy}, with
     * all of their compartments among {@code compartments}, or shared with {@code sharedWith} (by a share that has not
     * ended, and that is for any purpose or for {@code declared}) and in no compartment: compartments are groups within
     * one organisation. A record that is confined to some members is left out where {@code member} is none of them; of
     * the own ones only unless {@code oversees}. A record that something closes is left out, but for own ones closed on
     * no other ground than {@code seenThrough}; of the own ones only those that one of {@code closedBy} closes are for
     * the caller, where it names any.
     *
     * @param ownedBy null when the caller's own organisation's records are not for them
     * @param sharedWith null when shared records are not for them; never both null
     * @param declared the purpose that the caller declares; null for none
     * @param member the caller
     * @param oversees whether what their own organisation confines to others is for them, too
     * @param seenThrough grounds that do not close to them what their own organisation owns
     * @param closedBy empty where open records of the own organisation are for them, too
     */
    record Matching(
            RecordKind kind,
            @Nullable UUID ownedBy,
            @Nullable UUID sharedWith,
            @Nullable Purpose declared,
            Set<Classification> classifications,
            Set<String> compartments,
            UUID member,
            boolean oversees,
            Set<ClosureGround> seenThrough,
            Set<ClosureGround> closedBy)
            implements RecordFilter {
        public Matching {
            if (ownedBy == null && sharedWith == null) {
                throw new IllegalArgumentException("a filter that matches nothing is Nothing");
            }
            classifications = Set.copyOf(classifications);
            compartments = Set.copyOf(compartments);
            seenThrough = Set.copyOf(seenThrough);
            closedBy = Set.copyOf(closedBy);
        }

        /** The same for the own organisation's records alone; empty where these are not for the caller. */
        public Optional<Matching> ofOwn() {
            return Optional.ofNullable(ownedBy)
                    .map(own -> new Matching(
                            kind,
                            own,
                            null,
                            declared,
                            classifications,
                            compartments,
                            member,
                            oversees,
                            seenThrough,
                            closedBy));
        }
    }
}
