package org.aletheia.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of one organisation made available to another.
 *
 * @param purposes those for which alone it opens the record; empty: for any
 * @param endsAt when it ends by itself; null: not
 * @param endedAt when it was ended; null while it stands
 * @param alongOf the share with which it was given and ends; null where it was given by itself
 */
public record Share(
        UUID id,
        RecordKind kind,
        UUID record,
        UUID owner,
        UUID grantee,
        Set<Purpose> purposes,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable UUID alongOf,
        UUID grantedBy,
        Instant grantedAt) {
    public Share {
        purposes = Set.copyOf(purposes);
    }

    /** The codes of its purposes, in order; empty: for any. */
    public List<String> purposeCodes() {
        return purposes.stream().map(Purpose::code).sorted().toList();
    }

    /** Whether it opens the record at that time. */
    boolean inForce(Instant now) {
        return endedAt == null && !Ends.over(endsAt, now);
    }
}
