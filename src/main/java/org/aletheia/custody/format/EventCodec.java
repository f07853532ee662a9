package org.aletheia.custody.format;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.jspecify.annotations.Nullable;

/** Between an event and the JSON values of its fields. */
final class EventCodec {
    /** Leaves room for the texts in which events are stored and handed out. */
    private static final int MAX_DETAIL_DEPTH = 16;

    private EventCodec() {}

    static Map<EventField, @Nullable Object> values(Event event) {
        Map<EventField, @Nullable Object> values = new EnumMap<>(EventField.class);
        values.put(EventField.SCHEMA, (long) event.schema());
        values.put(EventField.TYPE, event.type());
        values.put(EventField.ID, event.id().toString());
        values.put(EventField.TIME, EventTimes.format(event.time()));
        values.put(EventField.ACTOR, event.actor());
        values.put(EventField.ORGANISATION, event.organisation());
        values.put(EventField.ROLE, event.role());
        values.put(EventField.PURPOSE, event.purpose());
        values.put(EventField.REASON, event.reason());
        values.put(
                EventField.SUBJECT,
                event.subject() == null ? null : event.subject().json());
        values.put(
                EventField.REVISION,
                event.revision() == null ? null : event.revision().toString());
        values.put(EventField.DETAIL, event.detail());
        return values;
    }

    static Event event(Map<EventField, @Nullable Object> values) {
        return new Event(
                schema(values.get(EventField.SCHEMA)),
                text(EventField.TYPE, values),
                Ids.parse(text(EventField.ID, values)),
                EventTimes.parse(text(EventField.TIME, values)),
                optionalText(EventField.ACTOR, values),
                optionalText(EventField.ORGANISATION, values),
                optionalText(EventField.ROLE, values),
                optionalText(EventField.PURPOSE, values),
                optionalText(EventField.REASON, values),
                subject(values.get(EventField.SUBJECT)),
                Optional.ofNullable(optionalText(EventField.REVISION, values))
                        .map(Digest::parse)
                        .orElse(null),
                map(EventField.DETAIL, values.get(EventField.DETAIL)));
    }

    static @Nullable EventSubject subject(@Nullable Object value) {
        return value == null ? null : someSubject(value);
    }

    static EventSubject someSubject(Object value) {
        Map<String, @Nullable Object> map = map(EventField.SUBJECT, value);
        if (map.size() == 2 && map.get("kind") instanceof String kind) {
            if (kind.equals(SubjectList.KIND) && map.get("root") instanceof String root) {
                return new SubjectList(Hash.ofBase64(root));
            }
            if (map.get("id") instanceof String id) {
                return new RecordSubject(kind, id);
            }
        }
        throw wrong(EventField.SUBJECT);
    }

    /** A copy that nobody can change any more, in canonical key order; the values are checked on the way. */
    static Map<String, @Nullable Object> frozenCopy(Map<String, ? extends @Nullable Object> detail) {
        return map(EventField.DETAIL, FrozenJson.checked(detail, CanonicalJson.MAX_DEPTH - MAX_DETAIL_DEPTH));
    }

    private static int schema(@Nullable Object value) {
        if (value instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw wrong(EventField.SCHEMA);
    }

    private static String text(EventField field, Map<EventField, @Nullable Object> values) {
        String text = optionalText(field, values);
        if (text == null) {
            throw wrong(field);
        }
        return text;
    }

    private static @Nullable String optionalText(EventField field, Map<EventField, @Nullable Object> values) {
        Object value = values.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(field);
    }

    @SuppressWarnings("unchecked") // maps of this package's JSON model have string keys only
    private static Map<String, @Nullable Object> map(EventField field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap((Map<String, @Nullable Object>) map);
        }
        throw wrong(field);
    }

    private static MalformedValueException wrong(EventField field) {
        return new MalformedValueException("event-" + field.label(), "missing or of another type");
    }
}
