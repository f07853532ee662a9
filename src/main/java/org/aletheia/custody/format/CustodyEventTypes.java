package org.aletheia.custody.format;

import static org.aletheia.custody.format.EventTypeGroup.ACCESS;
import static org.aletheia.custody.format.EventTypeGroup.CUSTODY;

import java.util.List;

/**
 * What may happen to one piece of evidence between receipt and the end of its custody; the keys of {@code detail} are in
 * docs/custody.md §10. Types that no capability records yet are registered too, so that verifiers of today know them then.
 */
public final class CustodyEventTypes {
    public static final EventType COLLECTED = stated(
            EventType.of("CE-COLLECTED", CUSTODY, "cap", "An object or file was collected."), "seal", "custodianAfter");
    public static final EventType SEIZED = stated(
            EventType.of("CE-SEIZED", CUSTODY, "cap", "An object or file was seized."), "seal", "custodianAfter");
    public static final EventType SEALED =
            stated(EventType.of("CE-SEALED", CUSTODY, "poa", "An object was put under seal."), "seal");
    public static final EventType SEAL_CHECKED =
            stated(EventType.of("CE-SEAL-CHECKED", CUSTODY, "A seal was looked at."), "seal");
    public static final EventType SEAL_BROKEN =
            stated(EventType.of("CE-SEAL-BROKEN", CUSTODY, "A seal was opened, or found open."), "seal");
    public static final EventType SEAL_REPLACED =
            stated(EventType.of("CE-SEAL-REPLACED", CUSTODY, "A seal was replaced by another."), "seal", "sealBefore");
    public static final EventType SEAL_MISMATCHED = stated(
            EventType.of("CE-SEAL-MISMATCHED", CUSTODY, "A seal is not the one that the chain knows, or not whole."),
            "seal",
            "sealBefore",
            "transfer");
    public static final EventType TRANSFER_OFFERED = EventType.of(
                    "CE-TRANSFER-OFFERED", CUSTODY, "tra", "Whoever holds an item offered it to another organisation.")
            .keys("transfer", "custodianBefore", "custodianAfter", "seal");
    public static final EventType TRANSFER_ACCEPTED = EventType.of(
                    "CE-TRANSFER-ACCEPTED", CUSTODY, "tra", "The receiving organisation took an item over.")
            .keys("transfer", "custodianBefore", "custodianAfter", "seal", "happened");
    public static final EventType TRANSFER_REFUSED = EventType.of(
                    "CE-TRANSFER-REFUSED", CUSTODY, "tra", "The receiving organisation did not take an item over.")
            .keys("transfer", "custodianBefore", "custodianAfter", "seal", "happened");
    public static final EventType TRANSFER_WITHDRAWN = EventType.of(
                    "CE-TRANSFER-WITHDRAWN", CUSTODY, "tra", "The offer of an item was taken back.")
            .keys("transfer", "custodianBefore", "custodianAfter", "seal", "happened");
    public static final EventType HANDED_OVER = stated(
            EventType.of(
                    "CE-HANDED-OVER",
                    CUSTODY,
                    "tra",
                    "Possession passed to or from a party that is no member; stated by one side."),
            "seal",
            "custodianBefore",
            "custodianAfter");
    public static final EventType SAMPLED =
            stated(EventType.of("CE-SAMPLED", CUSTODY, "A sample was taken."), "related", "of");
    public static final EventType CONSUMED =
            stated(EventType.of("CE-CONSUMED", CUSTODY, "An object was used up in testing."), "custodianBefore");
    public static final EventType SPLIT =
            stated(EventType.of("CE-SPLIT", CUSTODY, "Parts of an item became items of their own."), "related", "of");
    public static final EventType JOINED =
            stated(EventType.of("CE-JOINED", CUSTODY, "Items became parts of one."), "related", "of");
    public static final EventType LOST =
            stated(EventType.of("CE-LOST", CUSTODY, "An item is missing."), "custodianBefore");
    public static final EventType FOUND =
            stated(EventType.of("CE-FOUND", CUSTODY, "A missing item was found."), "seal", "custodianAfter");
    public static final EventType DESTROYED = stated(
            EventType.of(
                    "CE-DESTROYED", CUSTODY, "del", "An item perished or was destroyed; the fact, not the decision."),
            "custodianBefore");
    public static final EventType CUSTODIAN_UNREACHABLE = stated(
            EventType.of("CE-CUSTODIAN-UNREACHABLE", CUSTODY, "Whoever holds an item cannot be reached."),
            "custodianBefore");
    public static final EventType RETURNED_TO_OWNER = stated(
            EventType.of("CE-RETURNED-TO-OWNER", CUSTODY, "dea", "An object was given back to its owner or to family."),
            "seal",
            "custodianBefore",
            "custodianAfter");
    public static final EventType DERIVED =
            stated(EventType.of("CE-DERIVED", CUSTODY, "cre", "Another item was made from this one."), "related", "of");
    public static final EventType REDACTED =
            stated(EventType.of("CE-REDACTED", CUSTODY, "red", "A redacted version was made."), "related", "of");
    public static final EventType TRANSLATED = stated(
            EventType.of("CE-TRANSLATED", CUSTODY, "int", "A translation or interpretation was made."),
            "related",
            "of");
    public static final EventType VERIFIED = stated(
            EventType.of("CE-VERIFIED", CUSTODY, "val", "Somebody examined whether an item is what it is said to be."));
    public static final EventType INCIDENT = stated(
            EventType.of("CE-INCIDENT", CUSTODY, "Something happened to an item that custody rules do not foresee."));
    public static final EventType HOLD_SET = EventType.of("CE-HOLD-SET", CUSTODY, "poa", "A legal hold was placed.")
            .keys("hold", "authority", "reference");
    public static final EventType ABUSE_SUSPECTED = EventType.of(
            "CE-ABUSE-SUSPECTED",
            CUSTODY,
            "poa",
            "An item was held to be suspected material of the abuse of children, and closed to all but named persons.");
    public static final EventType ABUSE_SUSPICION_LIFTED = EventType.of(
                    "CE-ABUSE-SUSPICION-LIFTED", CUSTODY, "poa", "That suspicion was lifted by two.")
            .keys("approval");
    public static final EventType HOLD_RELEASED = EventType.of(
                    "CE-HOLD-RELEASED", CUSTODY, "poa", "A legal hold was lifted.")
            .keys("hold", "authority", "reference");
    public static final EventType CLASSIFICATION_CHANGED =
            EventType.of("CE-CLASSIFICATION-CHANGED", CUSTODY, "mem", "Who may see an item was changed.");
    public static final EventType CONSENT_CHANGED = EventType.of(
                    "CE-CONSENT-CHANGED", CUSTODY, "poa", "A consent was given, narrowed or withdrawn.")
            .keys("consent", "scopes");
    public static final EventType WITHDRAWAL_NOTICE = EventType.of(
                    "CE-WITHDRAWAL-NOTICE", CUSTODY, "Recipients were told of a withdrawal.")
            .keys("consent", "recipient", "scopes");
    public static final EventType DISCLOSED =
            EventType.of("CE-DISCLOSED", CUSTODY, "dis", "An item was disclosed to the defence or to participants.");
    public static final EventType DISPOSAL_PROPOSED = EventType.of(
                    "CE-DISPOSAL-PROPOSED", CUSTODY, "Somebody proposed to dispose of an item or record.")
            .keys("disposal");
    public static final EventType DISPOSAL_APPROVED = EventType.of(
                    "CE-DISPOSAL-APPROVED", CUSTODY, "A second person agreed to a disposal.")
            .keys("disposal");
    public static final EventType DISPOSAL_REFUSED = EventType.of(
                    "CE-DISPOSAL-REFUSED", CUSTODY, "A second person refused a disposal.")
            .keys("disposal");
    public static final EventType DISPOSED = EventType.of(
                    "CE-DISPOSED", CUSTODY, "dea", "An item or record was disposed of as decided.")
            .keys("disposal", "requestedBy", "revisions");
    public static final EventType USE_NOTIFIABLE = EventType.of(
                    "CE-USE-NOTIFIABLE", ACCESS, "A body let those who handed an item in know of one use of it.")
            .keys("use");

    private static final List<EventType> ALL = List.of(
            COLLECTED,
            SEIZED,
            SEALED,
            SEAL_CHECKED,
            SEAL_BROKEN,
            SEAL_REPLACED,
            SEAL_MISMATCHED,
            TRANSFER_OFFERED,
            TRANSFER_ACCEPTED,
            TRANSFER_REFUSED,
            TRANSFER_WITHDRAWN,
            HANDED_OVER,
            SAMPLED,
            CONSUMED,
            SPLIT,
            JOINED,
            LOST,
            FOUND,
            DESTROYED,
            CUSTODIAN_UNREACHABLE,
            RETURNED_TO_OWNER,
            DERIVED,
            REDACTED,
            TRANSLATED,
            VERIFIED,
            INCIDENT,
            HOLD_SET,
            HOLD_RELEASED,
            ABUSE_SUSPECTED,
            ABUSE_SUSPICION_LIFTED,
            CLASSIFICATION_CHANGED,
            CONSENT_CHANGED,
            WITHDRAWAL_NOTICE,
            DISCLOSED,
            DISPOSAL_PROPOSED,
            DISPOSAL_APPROVED,
            DISPOSAL_REFUSED,
            DISPOSED,
            USE_NOTIFIABLE);

    private CustodyEventTypes() {}

    /** A type that people state: when it happened, what shows it, what it contradicts, and these keys. */
    private static EventType stated(EventType type, String... keys) {
        return type.keys("happened", "support", "discrepancies").keys(keys);
    }

    /** All of them. */
    public static List<EventType> all() {
        return ALL;
    }
}
