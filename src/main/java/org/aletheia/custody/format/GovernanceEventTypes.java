package org.aletheia.custody.format;

import static org.aletheia.custody.format.EventTypeGroup.ACCESS;
import static org.aletheia.custody.format.EventTypeGroup.GOVERNANCE;
import static org.aletheia.custody.format.EventTypeGroup.RECORD;

import java.util.List;

/**
 * Decisions of two, organisations in danger, who hands in for whom, the exchange of key-encryption keys, identities seen by one
 * alone, and custodians of names; the keys of {@code detail} are in
 * docs/custody.md §10.
 */
public final class GovernanceEventTypes {
    public static final EventType APPROVAL_REQUESTED = approval(
                    "GOV-APPROVAL-REQUESTED", "Somebody asked for a decision of two.")
            .keys("until");
    public static final EventType APPROVAL_GIVEN = approval(
                    "GOV-APPROVAL-GIVEN", "A second person approved what was asked.")
            .keys("requestedBy", "authentication");
    public static final EventType APPROVAL_REFUSED = approval(
                    "GOV-APPROVAL-REFUSED", "A second person refused what was asked.")
            .keys("requestedBy");
    public static final EventType APPROVAL_WITHDRAWN = approval(
                    "GOV-APPROVAL-WITHDRAWN", "Who asked for a decision of two took it back.")
            .keys("requestedBy");
    public static final EventType APPROVAL_USED =
            approval("GOV-APPROVAL-USED", "Who asked made use of an approval, for what was asked.");
    public static final EventType FOUNDING_ENDED = EventType.of(
            "GOV-FOUNDING-ENDED",
            GOVERNANCE,
            "A second administrator is enrolled: from now on two decide about privileged roles.");
    public static final EventType GUARDIAN_NAMED = EventType.of(
                    "GOV-GUARDIAN-NAMED", GOVERNANCE, "An organisation named who may freeze it when it is in danger.")
            .keys("guardian");
    public static final EventType ORGANISATION_FROZEN = EventType.of(
                    "GOV-ORGANISATION-FROZEN",
                    GOVERNANCE,
                    "An organisation in danger: its members are shut out and what it shared is closed.")
            .keys("shares");
    public static final EventType ORGANISATION_UNFROZEN = EventType.of(
                    "GOV-ORGANISATION-UNFROZEN", GOVERNANCE, "Two outsiders opened a frozen organisation again.")
            .keys("shares", "approval");
    public static final EventType SHARE_SUSPENDED = EventType.of(
                    "GOV-SHARE-SUSPENDED", GOVERNANCE, "A share is closed while its organisation is frozen.")
            .keys("share", "grantee", "until");
    public static final EventType SHARE_RESUMED = EventType.of(
                    "GOV-SHARE-RESUMED", GOVERNANCE, "A share that was closed with its organisation is open again.")
            .keys("share", "grantee", "until");
    public static final EventType SHARE_UNTIL = EventType.of(
                    "GOV-SHARE-UNTIL", GOVERNANCE, "poa", "A share was given another time at which it ends by itself.")
            .keys("share", "grantee", "until");
    public static final EventType SHARE_PURPOSES = EventType.of(
                    "GOV-SHARE-PURPOSES", GOVERNANCE, "poa", "Purposes were taken from a share.")
            .keys("share", "grantee", "purposes");

    public static final EventType DELEGATION_GIVEN = EventType.of(
                    "GOV-DELEGATION-GIVEN",
                    GOVERNANCE,
                    "poa",
                    "An organisation lets another hand in for it, until a time.")
            .keys("delegation", "delegate", "kinds", "until");
    public static final EventType DELEGATION_ENDED = EventType.of(
                    "GOV-DELEGATION-ENDED",
                    GOVERNANCE,
                    "poa",
                    "An organisation lets another hand in for it no more; what came in stays.")
            .keys("delegation", "delegate", "kinds", "until");

    public static final EventType ASSURANCE_NOTED = EventType.of(
                    "GOV-ASSURANCE-NOTED", GOVERNANCE, "An organisation noted what was assured to it of another.")
            .keys("assurance", "assured", "givenOn");
    public static final EventType ASSURANCE_ENDED = EventType.of(
                    "GOV-ASSURANCE-ENDED", GOVERNANCE, "An assurance counts no more; what rested on it is closed.")
            .keys("assurance", "assured");
    public static final EventType RETURN_CONFIRMED = EventType.of(
                    "GOV-RETURN-CONFIRMED",
                    GOVERNANCE,
                    "Whoever handed material in confirmed that an organisation gave back what it had of it.")
            .keys("organisation", "returnBy");

    public static final EventType WRAPPING_KEY_BEGUN = EventType.of(
                    "GOV-WRAPPING-KEY-BEGUN",
                    GOVERNANCE,
                    "Another key-encryption key wraps from now on; what others wrap is being wrapped anew.")
            .keys("key", "number");
    public static final EventType WRAPPING_KEY_COMPLETE = EventType.of(
                    "GOV-WRAPPING-KEY-COMPLETE", GOVERNANCE, "The newest key-encryption key wraps every unit key.")
            .keys("key", "number");
    public static final EventType WRAPPING_KEY_RETIRED = EventType.of(
                    "GOV-WRAPPING-KEY-RETIRED",
                    GOVERNANCE,
                    "A key-encryption key wraps nothing any more, and nothing may be wrapped under it.")
            .keys("key", "number");

    public static final EventType REVEALED_URGENTLY = EventType.of(
                    "CE-IDENTITY-REVEALED-URGENTLY",
                    ACCESS,
                    "dis",
                    "One person alone was shown an identity of the vault, to save a life.")
            .keys("reveal");
    public static final EventType URGENT_REVEAL_REVIEWED = EventType.of(
                    "CE-URGENT-REVEAL-REVIEWED",
                    RECORD,
                    "A second person said whether an identity was rightly shown to one alone.")
            .keys("reveal", "justified");

    public static final EventType CUSTODIAN_KEY_REGISTERED = EventType.of(
                    "GOV-CUSTODIAN-KEY-REGISTERED",
                    GOVERNANCE,
                    "A member registered the public key to which their shares as a custodian are sealed.")
            .keys("digest");
    public static final EventType CUSTODIANS_SET_UP = EventType.of(
                    "GOV-CUSTODIANS-SET-UP",
                    GOVERNANCE,
                    "Identities stored from now on open only with so many custodians of different organisations.")
            .keys("scheme", "needed", "custodians", "replaces");
    public static final EventType CUSTODIANS_ENDED = EventType.of(
                    "GOV-CUSTODIANS-ENDED", GOVERNANCE, "Identities stored from now on need no custodians.")
            .keys("scheme");
    public static final EventType CUSTODIAN_SHARE_GIVEN = EventType.of(
                    "CE-CUSTODIAN-SHARE-GIVEN", RECORD, "A custodian gave a share for one request to see an identity.")
            .keys("reveal", "scheme");
    public static final EventType CUSTODIAN_SHARE_WRONG = EventType.of(
                    "CE-CUSTODIAN-SHARE-WRONG", RECORD, "What a custodian gave for a request was not their share.")
            .keys("reveal", "scheme", "custodian");
    public static final EventType CUSTODIANS_WRAPPING_BEGUN = EventType.of(
                    "GOV-CUSTODIANS-WRAPPING-BEGUN",
                    GOVERNANCE,
                    "Identities that open without custodians begin to come under those that stand.")
            .keys("scheme");
    public static final EventType CUSTODIANS_WRAPPING_DONE = EventType.of(
                    "GOV-CUSTODIANS-WRAPPING-DONE",
                    GOVERNANCE,
                    "No identity was left in the vault that opens without custodians.")
            .keys("scheme", "wrapped", "unopened");
    public static final EventType IDENTITY_WRAPPED = EventType.of(
                    "CE-IDENTITY-WRAPPED", RECORD, "The server sealed a stored identity anew, to custodians.")
            .keys("scheme", "version");
    private static final List<EventType> ALL = List.of(
            APPROVAL_REQUESTED,
            APPROVAL_GIVEN,
            APPROVAL_REFUSED,
            APPROVAL_WITHDRAWN,
            APPROVAL_USED,
            FOUNDING_ENDED,
            GUARDIAN_NAMED,
            ORGANISATION_FROZEN,
            ORGANISATION_UNFROZEN,
            SHARE_SUSPENDED,
            SHARE_RESUMED,
            SHARE_UNTIL,
            SHARE_PURPOSES,
            DELEGATION_GIVEN,
            DELEGATION_ENDED,
            ASSURANCE_NOTED,
            ASSURANCE_ENDED,
            RETURN_CONFIRMED,
            WRAPPING_KEY_BEGUN,
            WRAPPING_KEY_COMPLETE,
            WRAPPING_KEY_RETIRED,
            REVEALED_URGENTLY,
            URGENT_REVEAL_REVIEWED,
            CUSTODIAN_KEY_REGISTERED,
            CUSTODIANS_SET_UP,
            CUSTODIANS_ENDED,
            CUSTODIAN_SHARE_GIVEN,
            CUSTODIAN_SHARE_WRONG,
            CUSTODIANS_WRAPPING_BEGUN,
            CUSTODIANS_WRAPPING_DONE,
            IDENTITY_WRAPPED);

    private GovernanceEventTypes() {}

    private static EventType approval(String code, String description) {
        return EventType.of(code, GOVERNANCE, description).keys("matter", "record", "digest");
    }

    /** All of them. */
    public static List<EventType> all() {
        return ALL;
    }
}
