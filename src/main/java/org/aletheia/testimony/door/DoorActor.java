package org.aletheia.testimony.door;

import org.aletheia.custody.Actor;

/** Who acts at a door, as events name them: no member, and no word of who it is. */
final class DoorActor {
    /** Whoever has opened it. */
    static final Actor PERSON = new Actor(null, null, "person-at-the-door");

    private DoorActor() {}
}
