package org.aletheia.access.approval;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;

/** What is decided by two under the rules of {@link Approvals}; reveals and disposals have records of their own. */
public enum Matter {
    /** That somebody becomes a member with a privileged role; its record is the organisation. */
    MEMBER_ENROLMENT,
    /** That a member gets, keeps or loses a privileged role in another standing. */
    MEMBER_CHANGE,
    /** That the enrolment of a member with a privileged role ends. */
    MEMBER_END,
    HOLD_RELEASE,
    /** That an item is no longer held to be suspected material of the abuse of children. */
    ABUSE_MARK_LIFTING,
    /** That the accounts and shares of an organisation that was in danger open again. */
    ORGANISATION_UNFREEZING,
    /** That many records leave in one answer; approved, it is a permit for whoever asked. */
    BULK_EXPORT,
    /** That identities are opened with custodians from now on, in the place of those before. */
    CUSTODIANS_SET_UP,
    /** That identities stored from now on need no custodians; its record is the scheme. */
    CUSTODIANS_END,
    /** That identities that open without custodians come under those of a scheme, which is its record. */
    CUSTODIANS_WRAP;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code matter-unknown} */
    public static Matter parse(String code) {
        return Arrays.stream(values())
                .filter(matter -> matter.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("matter-unknown", "not a matter that two decide"));
    }
}
