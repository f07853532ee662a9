package org.aletheia.evidence;

import java.util.UUID;
import org.aletheia.access.Principal;
import org.aletheia.evidence.record.Protection;

/**
 * A submission to which the caller may add, as far as that needs to be known: their organisation's own, or one that they handed in
 * for another.
 *
 * @param ownerOrg who owns it, and will own what is added
 * @param protection below which no item of it may go
 * @param privileged whether the sender claims a privilege for it
 */
public record OpenSubmission(UUID id, UUID ownerOrg, Protection protection, boolean privileged) {
    /** One of the caller's own organisation. */
    public static OpenSubmission of(Submission own) {
        return new OpenSubmission(own.id(), own.ownerOrg(), own.protection(), own.isPrivileged());
    }

    /** Whether the caller's organisation owns it. */
    public boolean isOf(Principal caller) {
        return ownerOrg.equals(caller.organisation());
    }
}
