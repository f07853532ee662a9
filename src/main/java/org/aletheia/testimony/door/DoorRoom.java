package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All that a person finds behind their door. */
@ApplicationScoped
public class DoorRoom {
    private final GivenThings given;
    private final DoorMail mail;
    private final DoorWishes wishes;

    DoorRoom(GivenThings given, DoorMail mail, DoorWishes wishes) {
        this.given = given;
        this.mail = mail;
        this.wishes = wishes;
    }

    /**
     * What stands there now.
     *
     * @param keeper name of the organisation that gave the door and keeps what was given
     * @param wishes what the person wished, oldest first
     * @param messages the latest first
     */
    public record Contents(
            String keeper,
            List<GivenThing> given,
            List<ToldUse> uses,
            List<DoorWish> wishes,
            List<DoorMessage> messages) {}

    /** What stands there now; the organisation's messages count as seen with it. */
    public Contents of(OpenDoor open) {
        KeptCode code = open.code();
        List<GivenThing> things = given.of(code);
        return new Contents(given.keeper(code), things, given.uses(things), wishes.of(open), mail.of(open));
    }
}
