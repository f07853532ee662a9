package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a page carries in its forms in the place of code and word: sealed, so that it tells nothing and cannot be made, and
 * neither idle for too long nor older than it may become.
 */
@ApplicationScoped
public class DoorSessions {
    private static final int LENGTH = 4 * Long.BYTES;
    private static final int LIVES = 4;

    private final DoorKeys keys;
    private final DoorConfig config;
    private final Clock clock;

    DoorSessions(DoorKeys keys, DoorConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A session that is alive.
     *
     * @param id of what it opens
     * @param openedAt when code and word were given
     */
    public record Session(UUID id, Instant openedAt) {}

    /** Seals one that is used now. @param door which kind of door it is for: it opens no other */
    public String seal(String door, Session session) {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(session.id().getMostSignificantBits())
                .putLong(session.id().getLeastSignificantBits())
                .putLong(session.openedAt().getEpochSecond())
                .putLong(clock.instant().getEpochSecond())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(bytes, door));
    }

    /** The session of that seal, while it is alive. */
    public Optional<Session> open(String door, String sealed) {
        return unsealed(door, sealed).flatMap(bytes -> {
            ByteBuffer read = ByteBuffer.wrap(bytes);
            Session session =
                    new Session(new UUID(read.getLong(), read.getLong()), Instant.ofEpochSecond(read.getLong()));
            Instant usedAt = Instant.ofEpochSecond(read.getLong());
            Instant now = clock.instant();
            boolean alive = now.isBefore(usedAt.plus(config.sessionLife()))
                    && now.isBefore(session.openedAt().plus(config.sessionLife().multipliedBy(LIVES)));
            return Optional.of(session).filter(known -> alive);
        });
    }

    private Optional<byte[]> unsealed(String door, String sealed) {
        try {
            return keys.unseal(Base64.getUrlDecoder().decode(sealed), door).filter(bytes -> bytes.length == LENGTH);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
