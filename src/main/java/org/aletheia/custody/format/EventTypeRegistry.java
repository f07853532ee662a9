package org.aletheia.custody.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;

/** The event types that a program knows. Immutable; each code once. */
public final class EventTypeRegistry {
    private static final EventTypeRegistry BUILT_IN = new EventTypeRegistry(EventTypes.all());

    private final Map<String, EventType> byCode = new LinkedHashMap<>();

    /**
     * @throws MalformedValueException {@code event-type-duplicate}
     */
    public EventTypeRegistry(Collection<EventType> types) {
        for (EventType type : types) {
            if (byCode.putIfAbsent(type.code(), type) != null) {
                throw new MalformedValueException("event-type-duplicate", type.code() + " is registered twice");
            }
        }
    }

    /** The types of this release, of all capabilities: a verifier knows them without the server. */
    public static EventTypeRegistry builtIn() {
        return BUILT_IN;
    }

    /** The type with this code, if known. */
    public Optional<EventType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All types, in order of registration. */
    public List<EventType> all() {
        return List.copyOf(byCode.values());
    }
}
