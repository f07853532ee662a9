package org.aletheia.custody.format;

import static org.aletheia.custody.format.EventTypeGroup.ACCESS;
import static org.aletheia.custody.format.EventTypeGroup.CUSTODY;
import static org.aletheia.custody.format.EventTypeGroup.RECORD;

import java.util.List;

/**
 * The types of events at doors of people without an account. Their subject is the door, what was handed in, or what was closed; none names the person, and
 * none says from where somebody came.
 */
public final class DoorEventTypes {
    public static final EventType DOOR_OPENED =
            EventType.of("DOOR-OPENED", ACCESS, "Somebody opened a door with its code and word.");
    public static final EventType DOOR_WORD_CHANGED =
            EventType.of("DOOR-WORD-CHANGED", RECORD, "Whoever opened a door chose another word for it.");
    public static final EventType DOOR_MESSAGE = EventType.of(
                    "DOOR-MESSAGE", RECORD, "A message was left at a door, or for whoever opens it.")
            .keys("from", "message");
    public static final EventType DOOR_WISH = EventType.of(
                    "DOOR-WISH", RECORD, "A person wished that uses stop, or took back what they had agreed to.")
            .keys("wish", "what");
    public static final EventType DOOR_WISH_SETTLED = EventType.of(
                    "DOOR-WISH-SETTLED", RECORD, "The organisation spoke with the person about what they wished.")
            .keys("channel", "outcome", "what", "wish");
    public static final EventType USE_STOPPED = EventType.of(
                    "CE-USE-STOPPED", CUSTODY, "poa", "Who gave it stopped every use of it.")
            .keys("what");
    public static final EventType USE_RESUMED =
            EventType.of("CE-USE-RESUMED", CUSTODY, "poa", "Who gave it no longer stops its use.");

    public static final EventType ANONYMOUS_HANDED_IN = EventType.of(
                    "ANONYMOUS-HANDED-IN",
                    RECORD,
                    "Somebody without an account handed something in, which is no evidence yet.")
            .keys("files", "size");
    public static final EventType ANONYMOUS_REGISTERED = EventType.of(
                    "ANONYMOUS-REGISTERED", RECORD, "A file of what was handed in without an account became an item.")
            .keys("file", "item", "submission");
    public static final EventType ANONYMOUS_SETTLED = EventType.of(
                    "ANONYMOUS-SETTLED", RECORD, "What was handed in without an account was taken in, or refused.")
            .keys("outcome");
    public static final EventType ANONYMOUS_TAKEN_BACK =
            EventType.of("ANONYMOUS-TAKEN-BACK", RECORD, "Whoever handed it in without an account took it back.");
    public static final EventType ANONYMOUS_EXPIRED = EventType.of(
            "ANONYMOUS-EXPIRED", RECORD, "What was handed in without an account went undecided after its time.");

    private static final List<EventType> ALL = List.of(
            DOOR_OPENED,
            DOOR_WORD_CHANGED,
            DOOR_MESSAGE,
            DOOR_WISH,
            DOOR_WISH_SETTLED,
            USE_STOPPED,
            USE_RESUMED,
            ANONYMOUS_HANDED_IN,
            ANONYMOUS_REGISTERED,
            ANONYMOUS_SETTLED,
            ANONYMOUS_TAKEN_BACK,
            ANONYMOUS_EXPIRED);

    private DoorEventTypes() {}

    /** All of them. */
    public static List<EventType> all() {
        return ALL;
    }
}
