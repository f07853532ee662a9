package org.aletheia.custody.format;

import static org.aletheia.custody.format.EventTypeGroup.ACCESS;
import static org.aletheia.custody.format.EventTypeGroup.CUSTODY;

import java.util.List;

/**
 * What may happen to one piece of evidence between receipt and the end of its custody; the keys of {@code detail} are in
 * docs/custody.md §10. Types that no capability records yet are registered too, so that verifiers of today know them then.
 */
public final class CustodyEventTypes {
    public static final EventType COLLECTED =
            EventType.of("CE-COLLECTED", CUSTODY, "cap", "An object or file was collected.");
    public static final EventType SEIZED = EventType.of("CE-SEIZED", CUSTODY, "cap", "An object or file was seized.");
    public static final EventType SEALED = EventType.of("CE-SEALED", CUSTODY, "poa", "An object was put under seal.");
    public static final EventType SEAL_CHECKED = EventType.of("CE-SEAL-CHECKED", CUSTODY, "A seal was looked at.");
    public static final EventType SEAL_BROKEN =
            EventType.of("CE-SEAL-BROKEN", CUSTODY, "A seal was opened, or found open.");
    public static final EventType SEAL_REPLACED =
            EventType.of("CE-SEAL-REPLACED", CUSTODY, "A seal was replaced by another.");
    public static final EventType SEAL_MISMATCHED =
            EventType.of("CE-SEAL-MISMATCHED", CUSTODY, "A seal is not the one that the chain knows, or not whole.");
    public static final EventType TRANSFER_OFFERED = EventType.of(
            "CE-TRANSFER-OFFERED", CUSTODY, "tra", "Whoever holds an item offered it to another organisation.");
    public static final EventType TRANSFER_ACCEPTED =
            EventType.of("CE-TRANSFER-ACCEPTED", CUSTODY, "tra", "The receiving organisation took an item over.");
    public static final EventType TRANSFER_REFUSED = EventType.of(
            "CE-TRANSFER-REFUSED", CUSTODY, "tra", "The receiving organisation did not take an item over.");
    public static final EventType TRANSFER_WITHDRAWN =
            EventType.of("CE-TRANSFER-WITHDRAWN", CUSTODY, "tra", "The offer of an item was taken back.");
    public static final EventType HANDED_OVER = EventType.of(
            "CE-HANDED-OVER",
            CUSTODY,
            "tra",
            "Possession passed to or from a party that is no member; stated by one side.");
    public static final EventType SAMPLED = EventType.of("CE-SAMPLED", CUSTODY, "A sample was taken.");
    public static final EventType CONSUMED = EventType.of("CE-CONSUMED", CUSTODY, "An object was used up in testing.");
    public static final EventType SPLIT =
            EventType.of("CE-SPLIT", CUSTODY, "Parts of an item became items of their own.");
    public static final EventType JOINED = EventType.of("CE-JOINED", CUSTODY, "Items became parts of one.");
    public static final EventType LOST = EventType.of("CE-LOST", CUSTODY, "An item is missing.");
    public static final EventType FOUND = EventType.of("CE-FOUND", CUSTODY, "A missing item was found.");
    public static final EventType DESTROYED = EventType.of(
            "CE-DESTROYED", CUSTODY, "del", "An item perished or was destroyed; the fact, not the decision.");
    public static final EventType CUSTODIAN_UNREACHABLE =
            EventType.of("CE-CUSTODIAN-UNREACHABLE", CUSTODY, "Whoever holds an item cannot be reached.");
    public static final EventType RETURNED_TO_OWNER =
            EventType.of("CE-RETURNED-TO-OWNER", CUSTODY, "dea", "An object was given back to its owner or to family.");
    public static final EventType DERIVED =
            EventType.of("CE-DERIVED", CUSTODY, "cre", "Another item was made from this one.");
    public static final EventType REDACTED =
            EventType.of("CE-REDACTED", CUSTODY, "red", "A redacted version was made.");
    public static final EventType TRANSLATED =
            EventType.of("CE-TRANSLATED", CUSTODY, "int", "A translation or interpretation was made.");
    public static final EventType VERIFIED =
            EventType.of("CE-VERIFIED", CUSTODY, "val", "Somebody examined whether an item is what it is said to be.");
    public static final EventType INCIDENT =
            EventType.of("CE-INCIDENT", CUSTODY, "Something happened to an item that custody rules do not foresee.");
    public static final EventType HOLD_SET = EventType.of("CE-HOLD-SET", CUSTODY, "poa", "A legal hold was placed.");
    public static final EventType HOLD_RELEASED =
            EventType.of("CE-HOLD-RELEASED", CUSTODY, "poa", "A legal hold was lifted.");
    public static final EventType CLASSIFICATION_CHANGED =
            EventType.of("CE-CLASSIFICATION-CHANGED", CUSTODY, "mem", "Who may see an item was changed.");
    public static final EventType CONSENT_CHANGED =
            EventType.of("CE-CONSENT-CHANGED", CUSTODY, "poa", "A consent was given, narrowed or withdrawn.");
    public static final EventType WITHDRAWAL_NOTICE =
            EventType.of("CE-WITHDRAWAL-NOTICE", CUSTODY, "Recipients were told of a withdrawal.");
    public static final EventType DISCLOSED =
            EventType.of("CE-DISCLOSED", CUSTODY, "dis", "An item was disclosed to the defence or to participants.");
    public static final EventType DISPOSAL_PROPOSED =
            EventType.of("CE-DISPOSAL-PROPOSED", CUSTODY, "Somebody proposed to dispose of an item.");
    public static final EventType DISPOSAL_APPROVED =
            EventType.of("CE-DISPOSAL-APPROVED", CUSTODY, "A second person agreed to a disposal.");
    public static final EventType DISPOSED =
            EventType.of("CE-DISPOSED", CUSTODY, "dea", "An item was disposed of as decided.");
    public static final EventType USE_NOTIFIABLE =
            EventType.of("CE-USE-NOTIFIABLE", ACCESS, "A body let those who handed an item in know of one use of it.");

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
            CLASSIFICATION_CHANGED,
            CONSENT_CHANGED,
            WITHDRAWAL_NOTICE,
            DISCLOSED,
            DISPOSAL_PROPOSED,
            DISPOSAL_APPROVED,
            DISPOSED,
            USE_NOTIFIABLE);

    private CustodyEventTypes() {}

    /** All of them. */
    public static List<EventType> all() {
        return ALL;
    }
}
