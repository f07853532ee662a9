package org.aletheia.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is arranged and done for an organisation in danger.
 *
 * @param guardian member of another organisation who may freeze it; null where none is named
 * @param guardianOrg the guardian's organisation
 * @param frozenAt null while it is not frozen
 * @param frozenBy the officer or guardian who froze it
 * @param reason in words that name nobody
 */
public record OrganisationInDanger(
        UUID organisation,
        @Nullable UUID guardian,
        @Nullable UUID guardianOrg,
        @Nullable Instant frozenAt,
        @Nullable UUID frozenBy,
        @Nullable String reason) {

    /** Whether somebody may freeze it: an officer of it, or its guardian. */
    boolean mayBeFrozenBy(Principal who) {
        return hasOfficer(who) || who.member().equals(guardian);
    }

    /** Whether somebody is an administrator or protection officer of it. */
    boolean hasOfficer(Principal who) {
        return who.organisation().equals(organisation) && officer(who);
    }

    /** Whether somebody is one of the outsiders of whom two open it again. */
    boolean mayBeUnfrozenBy(Principal who) {
        if (who.organisation().equals(organisation)) {
            return false;
        }
        return who.has(Role.ADMINISTRATOR)
                || who.member().equals(guardian)
                || who.organisation().equals(guardianOrg) && officer(who);
    }

    private static boolean officer(Principal who) {
        return who.has(Role.ADMINISTRATOR) || who.has(Role.PROTECTION_OFFICER);
    }
}
