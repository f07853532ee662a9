package org.aletheia.testimony.door;

import java.time.Instant;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.PersonRef;

/**
 * That somebody has a door of their own, as the organisation sees it that gave them the code. The code and the word are
 * not in it. No right depends on it: what the door does can be asked for in person.
 *
 * @param subject whose; never changes
 * @param number how many codes were given, the last one included
 * @param validUntil until when the last one opens, RFC 3339
 * @param ended whether none opens any more
 */
public record Door(PersonRef subject, int number, String validUntil, boolean ended) implements RecordContent {
    /** The first code of a door. */
    static Door first(PersonRef subject, Instant validUntil) {
        return new Door(subject, 1, validUntil.toString(), false);
    }

    /** The same with one code more. */
    Door replaced(Instant until) {
        return new Door(subject, number + 1, until.toString(), ended);
    }

    /** The same, ended. */
    Door closed() {
        return new Door(subject, number, validUntil, true);
    }

    /** Whether a code of it opens it at a moment: the last one, and while it lasts. */
    boolean opensTo(int code, Instant now) {
        return !ended && code == number && now.isBefore(Instant.parse(validUntil));
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}

    /** That somebody has one is for those who gave it. */
    @Override
    public boolean staysInside() {
        return true;
    }
}
