package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.aletheia.access.AccessGuard;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeGroup;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.GovernanceEventTypes;

/**
 * Which fields of an event the caller sees. Whoever may see the history of a record learns that something was done with
 * it, and can verify it; who works on it, in which role and for which purpose, and with whom else it is shared, is shown to
 * the organisation that did it, and shares to the record's owner as well, to whom it is also shown who handed in for them. Of a use that another body let the owner know of,
 * it shows which body, what, when and for which purpose, and no person. Who holds an item, and why, is shown to that body
 * and to the owner: to others it would tell who inquires.
 */
@ApplicationScoped
class EventDisclosure {
    private static final Set<EventField> OTHERS = EnumSet.of(
            EventField.ACTOR, EventField.ORGANISATION, EventField.ROLE, EventField.PURPOSE, EventField.DETAIL);
    private static final Set<EventField> OTHERS_USE =
            EnumSet.of(EventField.ACTOR, EventField.ROLE, EventField.REASON, EventField.DETAIL);
    private static final Set<EventField> OTHERS_HOLD = EnumSet.of(
            EventField.ACTOR,
            EventField.ORGANISATION,
            EventField.ROLE,
            EventField.PURPOSE,
            EventField.REASON,
            EventField.DETAIL);
    private static final Set<String> HOLDS =
            Set.of(CustodyEventTypes.HOLD_SET.code(), CustodyEventTypes.HOLD_RELEASED.code());
    private static final Set<String> SHARES = Set.of(
            EventTypes.SHARE_GIVEN.code(),
            EventTypes.SHARE_ENDED.code(),
            GovernanceEventTypes.SHARE_SUSPENDED.code(),
            GovernanceEventTypes.SHARE_RESUMED.code(),
            GovernanceEventTypes.SHARE_UNTIL.code(),
            GovernanceEventTypes.SHARE_PURPOSES.code());

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
        return event.withhold(hidden(event, owned));
    }

    private Set<EventField> hidden(DisclosedEvent event, boolean owned) {
        String type = text(event, EventField.TYPE);
        EventTypeGroup group =
                EventTypeRegistry.builtIn().find(type).map(EventType::group).orElse(EventTypeGroup.RECORD);
        String acting = text(event, EventField.ORGANISATION);
        boolean own = acting.equals(guard.principal().organisation().toString());
        return switch (group) {
            case CUSTODY -> own || owned || !HOLDS.contains(type) ? Set.of() : OTHERS_HOLD;
            case ACCESS -> own ? Set.of() : OTHERS_USE;
            case RECORD, GOVERNANCE -> {
                boolean ownersToSee = owned && (acting.isEmpty() || SHARES.contains(type) || isForCaller(event));
                yield own || ownersToSee ? Set.of() : OTHERS;
            }
        };
    }

    /** Whether the acting organisation did it for the caller's. */
    private boolean isForCaller(DisclosedEvent event) {
        return event.value(EventField.DETAIL).orElse(Map.of()) instanceof Map<?, ?> detail
                && guard.principal().organisation().toString().equals(detail.get(HandIn.ON_BEHALF_OF));
    }

    private static String text(DisclosedEvent event, EventField field) {
        return event.value(field).map(Object::toString).orElse("");
    }
}
