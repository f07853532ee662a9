package org.aletheia.testimony.door;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person wished at their door.
 *
 * @param channel how the person was reached, code of {@code contact-channel}; null while it is open, as the next two
 * @param settledBy the member who spoke with them last
 */
public record DoorWish(
        UUID id,
        UUID door,
        Wish wish,
        Instant wishedAt,
        WishState state,
        @Nullable String channel,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt) {
    /** Whether it keeps what was given closed. */
    @JsonIgnore
    public boolean isInForce() {
        return state != WishState.LIFTED;
    }

    /** The same after the organisation spoke with the person. */
    DoorWish settled(WishState outcome, String reachedBy, UUID member, Instant at) {
        return new DoorWish(id, door, wish, wishedAt, outcome, reachedBy, member, at);
    }
}
