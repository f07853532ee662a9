package org.aletheia.custody.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the fixed fields of {@code aletheia/event/v1}. Holds pseudonymous ids and codes, never names
 * or free text about people; text fields are 1 to 128 printable ASCII characters without space.
 *
 * @param schema version of the type's schema, from 1
 * @param type code of the {@link EventType}
 * @param id of the event
 * @param time by the server's clock, cut to milliseconds, years 0000 to 9999; orders nothing
 * @param actor pseudonymous id of who acted, or null for the server itself
 * @param organisation id of the organisation for which it was done
 * @param role in which it was done
 * @param purpose code
 * @param reason code
 * @param subject what it is about
 * @param revision digest of the record's revision that the event made or used
 * @param detail further values as {@link CanonicalJson} takes them; keys by type and schema
 */
public record Event(
        int schema,
        String type,
        UUID id,
        Instant time,
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String purpose,
        @Nullable String reason,
        @Nullable EventSubject subject,
        @Nullable Digest revision,
        Map<String, @Nullable Object> detail) {
    public Event {
        if (schema < 1) {
            throw new MalformedValueException("event-schema", "versions start at 1");
        }
        EventType.checkCode(type);
        time = EventTimes.checked(time.truncatedTo(ChronoUnit.MILLIS));
        EventCodes.checkOptional("event-actor", actor);
        EventCodes.checkOptional("event-organisation", organisation);
        EventCodes.checkOptional("event-role", role);
        EventCodes.checkOptional("event-purpose", purpose);
        EventCodes.checkOptional("event-reason", reason);
        detail = EventCodec.frozenCopy(detail);
    }

    /** Starts an event of this type in its present schema; all other fields null, the detail empty. */
    public static EventBuilder of(EventType type, UUID id, Instant time) {
        return new EventBuilder(type, id, time);
    }
}
