package org.aletheia.testimony.door.anonymous;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.testimony.door.DoorLetters;

/**
 * A deposit that was opened with its code and word, for one request.
 *
 * @param mailKey under which the messages with it are sealed
 * @param openedAt when code and word were given
 */
public record OpenDeposit(UUID id, UnitKey mailKey, Instant openedAt) {
    DoorLetters.Box box() {
        return new DoorLetters.Box(id, mailKey);
    }
}
