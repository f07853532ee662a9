package org.aletheia.custody;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.kernel.Digest;

/** What is known of an event when it is appended: everything but its place in the log. */
public final class JournalRef {
    private final SealedEvent sealed;
    private final Digest entry;

    JournalRef(SealedEvent sealed, Digest entry) {
        this.sealed = sealed;
        this.entry = entry;
    }

    /** Names the event for ever. */
    public UUID eventId() {
        return sealed.event().id();
    }

    /** The time that stands in it. */
    public Instant time() {
        return sealed.event().time();
    }

    /** The 32 bytes that the log will hold; the log proves them once the event is integrated. */
    public Digest entry() {
        return entry;
    }

    /** The event with all fields open. */
    public DisclosedEvent disclosed() {
        return sealed.disclose(Set.of());
    }
}
