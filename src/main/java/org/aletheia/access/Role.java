package org.aletheia.access;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** What a member does in their organisation; each role permits a fixed set of intents per record kind. */
public enum Role {
    DOCUMENTER,
    VICTIMS_ORGANISATION,
    INVESTIGATOR,
    CASE_TEAM,
    CLAIMS_OFFICER,
    /** Accredited to interview: may ask whether somebody had to tell before. */
    INTERVIEWER,
    /** Keeps people safe: risks, safe contact, referrals. */
    PROTECTION_OFFICER,
    /** Decides in law what may leave the organisation. */
    COUNSEL,
    /** Answers for what the body must disclose: sees that everything it holds exists, and decides about it. */
    DISCLOSURE_OFFICER,
    AUDITOR,
    ADMINISTRATOR;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether giving it, and taking it from another, needs two: who holds it decides, oversees or opens to others. */
    public boolean privileged() {
        return switch (this) {
            case PROTECTION_OFFICER, COUNSEL, DISCLOSURE_OFFICER, AUDITOR, ADMINISTRATOR -> true;
            case DOCUMENTER, VICTIMS_ORGANISATION, INTERVIEWER, INVESTIGATOR, CASE_TEAM, CLAIMS_OFFICER -> false;
        };
    }

    /** @throws MalformedValueException {@code role-unknown} */
    public static Role parse(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("role-unknown", "not a role code"));
    }
}
