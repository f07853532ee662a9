package org.aletheia.testimony.door;

import java.util.List;
import java.util.UUID;
import org.aletheia.testimony.PersonRef;

/** Tells a person what they gave; each capability that keeps such records has a bean of this type. */
public interface Given {
    /**
     * What the person gave one organisation, oldest first. Asked for the person, who has no account: it decides and tells
     * nothing of access, and is shown to nobody else.
     */
    List<GivenThing> by(PersonRef person, UUID organisation);
}
