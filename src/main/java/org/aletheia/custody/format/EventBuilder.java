package org.aletheia.custody.format;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/** Collects the fields of an {@link Event}; what is not set stays null. Not thread-safe. */
public final class EventBuilder {
    private final EventType type;
    private final UUID id;
    private final Instant time;
    private @Nullable String actor;
    private @Nullable String organisation;
    private @Nullable String role;
    private @Nullable String purpose;
    private @Nullable String reason;
    private @Nullable EventSubject subject;
    private @Nullable Digest revision;
    private Map<String, @Nullable Object> detail = Map.of();

    EventBuilder(EventType type, UUID id, Instant time) {
        this.type = type;
        this.id = id;
        this.time = time;
    }

    public EventBuilder actor(@Nullable String value) {
        actor = value;
        return this;
    }

    public EventBuilder organisation(@Nullable String value) {
        organisation = value;
        return this;
    }

    public EventBuilder role(@Nullable String value) {
        role = value;
        return this;
    }

    public EventBuilder purpose(@Nullable String value) {
        purpose = value;
        return this;
    }

    public EventBuilder reason(@Nullable String value) {
        reason = value;
        return this;
    }

    public EventBuilder subject(@Nullable EventSubject value) {
        subject = value;
        return this;
    }

    public EventBuilder revision(@Nullable Digest value) {
        revision = value;
        return this;
    }

    public EventBuilder detail(Map<String, ? extends @Nullable Object> value) {
        detail = new LinkedHashMap<>(value);
        return this;
    }

    /**
     * The event.
     *
     * @throws org.aletheia.kernel.MalformedValueException reasons {@code event-…} and {@code json-…}
     */
    public Event build() {
        return new Event(
                type.schemaVersion(),
                type.code(),
                id,
                time,
                actor,
                organisation,
                role,
                purpose,
                reason,
                subject,
                revision,
                detail);
    }
}
