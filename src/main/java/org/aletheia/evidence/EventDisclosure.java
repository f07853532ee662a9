package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeGroup;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;

/**
 * Which fields of an event the caller sees. Whoever may see the history of a record learns that something was done with
 * it, and can verify it; who works on it, in which role and for which purpose, and with whom else it is shared, is shown to
 * the organisation that did it, and shares to the record's owner as well.
 */
@ApplicationScoped
class EventDisclosure {
    private static final Set<EventField> OTHERS = EnumSet.of(
            EventField.ACTOR, EventField.ORGANISATION, EventField.ROLE, EventField.PURPOSE, EventField.DETAIL);
    private static final Set<String> SHARES = Set.of(EventTypes.SHARE_GIVEN.code(), EventTypes.SHARE_ENDED.code());

    private final AccessGuard guard;

    EventDisclosure(AccessGuard guard) {
        this.guard = guard;
    }

    /**
     * The event with what the caller is to see of it.
     *
     * @param event all fields open
     * @param owned whether the caller's organisation owns a record that it is about
     */
    DisclosedEvent shown(DisclosedEvent event, boolean owned) {
        return isTheirs(event, owned) ? event.withhold(OTHERS) : event;
    }

    private boolean isTheirs(DisclosedEvent event, boolean owned) {
        String type = text(event, EventField.TYPE);
        EventTypeGroup group =
                EventTypeRegistry.builtIn().find(type).map(EventType::group).orElse(EventTypeGroup.RECORD);
        return switch (group) {
            case CUSTODY, ACCESS -> false;
            case RECORD, GOVERNANCE -> {
                UUID own = guard.principal().organisation();
                String acting = text(event, EventField.ORGANISATION);
                boolean ownersToSee = owned && (acting.isEmpty() || SHARES.contains(type));
                yield !acting.equals(own.toString()) && !ownersToSee;
            }
        };
    }

    private static String text(DisclosedEvent event, EventField field) {
        return event.value(field).map(Object::toString).orElse("");
    }
}
