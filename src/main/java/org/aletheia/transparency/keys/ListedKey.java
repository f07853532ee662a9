package org.aletheia.transparency.keys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.aletheia.transparency.NoteVerifierKey;

/**
 * One key of a log.
 *
 * @param since from when on it stands so, cut to seconds; for a revoked key, from when on it may have been misused
 */
public record ListedKey(NoteVerifierKey key, KeyStanding standing, Instant since) {
    public ListedKey {
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    boolean isActive() {
        return standing == KeyStanding.ACTIVE;
    }

    /** Whether the log may say this of a key of which it has said that before. */
    boolean mayFollow(ListedKey before) {
        return standing == before.standing ? since.equals(before.since) : standing.compareTo(before.standing) > 0;
    }
}
