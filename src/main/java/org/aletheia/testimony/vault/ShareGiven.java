package org.aletheia.testimony.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a custodian gave for one request to see an identity.
 *
 * @param number which custodian of the scheme
 * @param sealed to the key of the request
 * @param wrongAt when it was found not to be their share; null while it was not
 */
public record ShareGiven(
        UUID reveal,
        int number,
        UUID member,
        byte[] sealed,
        Instant givenAt,
        @Nullable Instant wrongAt) {
    public ShareGiven {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    /** Whether nothing is known against it. */
    public boolean counts() {
        return wrongAt == null;
    }
}
