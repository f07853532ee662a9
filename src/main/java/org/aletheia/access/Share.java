package org.aletheia.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of one organisation made available to another.
 *
 * @param endsAt when it ends by itself; null: not
 * @param endedAt when it was ended; null while it stands
 */
public record Share(
        UUID id,
        RecordKind kind,
        UUID record,
        UUID owner,
        UUID grantee,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        UUID grantedBy,
        Instant grantedAt) {

    /** The same share, ended. */
    public Share ended(Instant at) {
        return new Share(id, kind, record, owner, grantee, endsAt, at, grantedBy, grantedAt);
    }
}
