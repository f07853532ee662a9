package org.aletheia.testimony.vault;

import java.time.Instant;
import java.util.UUID;

/**
 * To whom an identity is shown, on which request and when. No identity comes out of the vault without one; what is made of the
 * answer is to carry it on.
 */
public record Watermark(UUID reveal, UUID member, Instant at) {
    /** The one line that is shown: ids and a time, which name nobody. */
    public String text() {
        return "reveal " + reveal + "; member " + member + "; " + at;
    }
}
