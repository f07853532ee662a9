package org.aletheia.custody.format;

import static org.aletheia.custody.format.EventTypeGroup.ACCESS;
import static org.aletheia.custody.format.EventTypeGroup.CUSTODY;
import static org.aletheia.custody.format.EventTypeGroup.GOVERNANCE;
import static org.aletheia.custody.format.EventTypeGroup.RECORD;

import java.util.List;
import java.util.stream.Stream;

/**
 * The event types that programs of this release know, with the keys that their detail may have (docs/custody.md §10); those of
 * one item's custody are in {@link CustodyEventTypes}, those of doors in {@link DoorEventTypes}, of decisions of two in {@link
 * GovernanceEventTypes}, of renditions in {@link RenditionEventTypes}. They stand here for all capabilities, and are not registered by these at their start, because
 * a verifier has to know them too. What was released is frozen (event-types-v1.txt, in the tests).
 */
public final class EventTypes {
    public static final EventType RECEIVED = EventType.of(
                    "CE-RECEIVED", CUSTODY, "acc", "The mechanism took the bytes or the object into its possession.")
            .keys("submission", "size", "digests")
            .grown("onBehalfOf");
    public static final EventType REGISTERED = EventType.of(
                    "CE-REGISTERED", CUSTODY, "ing", "A received item got its registration number.")
            .keys("revision", "size", "digests")
            .grown("registrationNumber");
    public static final EventType RETURNED = EventType.of(
                    "CE-RETURNED", CUSTODY, "dea", "An item was given back to whom it came from.")
            .keys("revision");
    public static final EventType NOT_RETAINED = EventType.of(
                    "CE-NOT-RETAINED", CUSTODY, "app", "On appraisal an item was not kept.")
            .keys("revision");
    public static final EventType TRIAGE_STARTED = EventType.of(
                    "CE-TRIAGE-STARTED", CUSTODY, "app", "Somebody began to appraise an item.")
            .keys("revision");
    public static final EventType ITEM_REVISED = EventType.of(
                    "CE-ITEM-REVISED", CUSTODY, "mem", "The description of an item got a new revision.")
            .keys("revision");
    public static final EventType GAP_DECLARED = EventType.of(
                    "CE-GAP-DECLARED", CUSTODY, "A time without known custodian was declared.")
            .keys("period", "support")
            .grown("risk");
    public static final EventType CUSTODY_STATED = EventType.of(
                    "CE-CUSTODY-STATED", CUSTODY, "Custody before receipt was stated, by the one who hands over.")
            .keys("position", "role", "from", "to", "handover");
    public static final EventType FIXITY_CHECKED = EventType.of(
                    "CE-FIXITY-CHECKED",
                    CUSTODY,
                    "fix",
                    "Stored bytes were read again and compared with what was received.")
            .keys("outcome", "trigger", "finding", "digests")
            .grown("rendition");
    public static final EventType CONTENT_REPAIRED = EventType.of(
                    "CE-CONTENT-REPAIRED", CUSTODY, "rec", "Damaged bytes were replaced by a copy that was right.")
            .keys("source")
            .grown("rendition");

    /** In the group of records: who asks shows an interest, which is nobody else's to know. */
    public static final EventType FIXITY_REQUESTED = EventType.of(
                    "CE-FIXITY-REQUESTED", RECORD, "Somebody asked that stored bytes be read again.")
            .keys("digests");

    public static final EventType VIEWED =
            EventType.of("CE-ACCESS-VIEW", ACCESS, "dsp", "A record or content was shown.");
    public static final EventType DOWNLOADED = EventType.of(
                    "CE-ACCESS-DOWNLOAD", ACCESS, "dis", "Content was handed out.")
            .grown("rendition");
    public static final EventType DENIED =
            EventType.of("CE-ACCESS-DENIED", ACCESS, "An authenticated person was refused.");
    public static final EventType SEARCHED = EventType.of(
                    "CE-ACCESS-SEARCH", ACCESS, "Records were listed or found; each is committed alone.")
            .keys("found");
    public static final EventType ACCESS_EXPLAINED = EventType.of(
                    "CE-ACCESS-EXPLAINED", ACCESS, "Somebody was told why a member may, or may not, do something.")
            .keys("intent", "member");

    public static final EventType RECORD_CREATED = EventType.of(
                    "RECORD-CREATED", RECORD, "cre", "A record other than an item got its first revision.")
            .keys("revision")
            .grown("onBehalfOf");
    public static final EventType RECORD_REVISED = EventType.of(
                    "RECORD-REVISED", RECORD, "mem", "A record other than an item got a new revision.")
            .keys("revision");
    public static final EventType LINK_CREATED = EventType.of(
                    "RECORD-LINK-CREATED", RECORD, "mem", "Two records were linked.")
            .keys("source", "support");
    public static final EventType LINK_REMOVED =
            EventType.of("RECORD-LINK-REMOVED", RECORD, "mem", "A link between two records was ended.");
    public static final EventType PRIVILEGE_RULED = EventType.of(
                    "CE-PRIVILEGE-RULED", RECORD, "poa", "Counsel ruled on the privilege of what was handed in.")
            .keys("ruling");
    public static final EventType MEASURE_APPLIED = EventType.of(
                    "CE-MEASURE-APPLIED", RECORD, "poa", "A protective measure closed a record, or a part of it.")
            .keys("measure", "ground");
    public static final EventType MEASURE_LIFTED = EventType.of(
                    "CE-MEASURE-LIFTED",
                    RECORD,
                    "poa",
                    "A protective measure closes a record, or a part of it, no more.")
            .keys("measure", "ground");
    public static final EventType IDENTITY_STORED = EventType.of(
                    "CE-IDENTITY-STORED", RECORD, "The vault took an identity in under a pseudonym.")
            .keys("version");
    public static final EventType REVEAL_REQUESTED = EventType.of(
                    "CE-IDENTITY-REVEAL-REQUESTED", RECORD, "Somebody asked to see an identity of the vault.")
            .keys("reveal");
    public static final EventType REVEAL_APPROVED = EventType.of(
                    "CE-IDENTITY-REVEAL-APPROVED", RECORD, "A second person allowed an identity to be seen.")
            .keys("reveal");
    public static final EventType IDENTITY_REVEALED = EventType.of(
                    "CE-IDENTITY-REVEALED", ACCESS, "dis", "An identity of the vault was shown.")
            .keys("reveal");
    public static final EventType ERASURE_REQUESTED = EventType.of(
                    "CE-IDENTITY-ERASURE-REQUESTED", RECORD, "Somebody asked that an identity be unknown to everybody.")
            .keys("erasure");
    public static final EventType ERASURE_APPROVED = EventType.of(
                    "CE-IDENTITY-ERASURE-APPROVED", RECORD, "A second person allowed an identity to be erased.")
            .keys("erasure");
    public static final EventType ERASURE_REFUSED = EventType.of(
                    "CE-IDENTITY-ERASURE-REFUSED", RECORD, "A second person refused the erasure of an identity.")
            .keys("erasure");
    public static final EventType PRIOR_ASKED = EventType.of(
                    "CE-PRIOR-INTERVIEW-ASKED", RECORD, "Somebody asked whether the person was interviewed before.")
            .keys("question");
    public static final EventType PRIOR_OPT_OUT = EventType.of(
                    "CE-PRIOR-INTERVIEW-OPT-OUT", RECORD, "Whether such questions may find the person was noted.")
            .keys("out");

    public static final EventType ORGANISATION_ENROLLED =
            EventType.of("GOV-ORGANISATION-ENROLLED", GOVERNANCE, "An organisation was enrolled.");
    public static final EventType MEMBER_ENROLLED = EventType.of(
                    "GOV-MEMBER-ENROLLED", GOVERNANCE, "A person or a service became a member of an organisation.")
            .keys("organisation", "roles", "clearance", "compartments", "revision", "ended")
            .grown("ends", "owner", "scopes");
    public static final EventType MEMBER_CHANGED = EventType.of(
                    "GOV-MEMBER-CHANGED", GOVERNANCE, "Roles, clearance or standing of a member changed.")
            .keys("organisation", "roles", "clearance", "compartments", "revision", "ended")
            .grown("ends", "owner", "scopes");
    public static final EventType GRANT_GIVEN =
            EventType.of("GOV-GRANT-GIVEN", GOVERNANCE, "poa", "A permission was given.");
    public static final EventType GRANT_ENDED =
            EventType.of("GOV-GRANT-ENDED", GOVERNANCE, "poa", "A permission ended.");
    public static final EventType SHARE_GIVEN = EventType.of(
                    "GOV-SHARE-GIVEN", GOVERNANCE, "poa", "Records were shared with an organisation.")
            .keys("share", "grantee", "until")
            .grown("purposes");
    public static final EventType SHARE_ENDED =
            EventType.of("GOV-SHARE-ENDED", GOVERNANCE, "poa", "A share ended.").keys("share", "grantee", "until");
    public static final EventType CODE_LIST_CHANGED = EventType.of(
                    "GOV-CODE-LIST-CHANGED", GOVERNANCE, "An administrator gave an edition of a code list.")
            .keys("list", "revision", "digest", "added", "changed", "retired");
    public static final EventType RULES_CHANGED = EventType.of(
                    "GOV-RULES-CHANGED", GOVERNANCE, "An administrator gave an edition of the rules of claims.")
            .keys("rules", "revision", "digest");
    public static final EventType PROMISE_DECLARED = EventType.of(
                    "GOV-PROMISE-DECLARED",
                    GOVERNANCE,
                    "An administrator stated what a body is where consents speak of bodies, and what it can honour.")
            .keys("digest", "revision");
    public static final EventType KEY_CREATED = EventType.of("CE-KEY-CREATED", GOVERNANCE, "A key was made.");
    public static final EventType KEY_DESTROYED =
            EventType.of("CE-KEY-DESTROYED", GOVERNANCE, "A key, and with it all that it protects, was destroyed.");
    public static final EventType KEYS_CHANGED = EventType.of(
                    "GOV-KEYS-CHANGED",
                    GOVERNANCE,
                    "The log's list of its own keys changed; old and new keys have signed it.")
            .keys("list", "root");
    public static final EventType LOG_OPENED = EventType.of("GOV-LOG-OPENED", GOVERNANCE, "The first event of a log.");
    public static final EventType LOG_RECOVERED = EventType.of(
                    "GOV-LOG-RECOVERED",
                    GOVERNANCE,
                    "rec",
                    "Entries were taken back from the published log; the events that they commit to are lost.")
            .keys("from", "to", "root");
    public static final EventType LOG_SUCCEEDED = EventType.of(
                    "GOV-LOG-SUCCEEDED",
                    GOVERNANCE,
                    "The journal goes on under this log's name; the log of an earlier name cannot be gone on with.")
            .keys("predecessor", "size", "root", "checkpoint", "common", "from", "to");

    private static final List<EventType> SPINE = List.of(
            RECEIVED,
            REGISTERED,
            RETURNED,
            NOT_RETAINED,
            TRIAGE_STARTED,
            ITEM_REVISED,
            GAP_DECLARED,
            CUSTODY_STATED,
            FIXITY_REQUESTED,
            FIXITY_CHECKED,
            CONTENT_REPAIRED,
            VIEWED,
            DOWNLOADED,
            DENIED,
            SEARCHED,
            ACCESS_EXPLAINED,
            RECORD_CREATED,
            RECORD_REVISED,
            LINK_CREATED,
            LINK_REMOVED,
            PRIVILEGE_RULED,
            MEASURE_APPLIED,
            MEASURE_LIFTED,
            IDENTITY_STORED,
            REVEAL_REQUESTED,
            REVEAL_APPROVED,
            IDENTITY_REVEALED,
            ERASURE_REQUESTED,
            ERASURE_APPROVED,
            ERASURE_REFUSED,
            PRIOR_ASKED,
            PRIOR_OPT_OUT,
            ORGANISATION_ENROLLED,
            MEMBER_ENROLLED,
            MEMBER_CHANGED,
            GRANT_GIVEN,
            GRANT_ENDED,
            SHARE_GIVEN,
            SHARE_ENDED,
            CODE_LIST_CHANGED,
            RULES_CHANGED,
            PROMISE_DECLARED,
            KEY_CREATED,
            KEY_DESTROYED,
            KEYS_CHANGED,
            LOG_OPENED,
            LOG_RECOVERED,
            LOG_SUCCEEDED);

    private static final List<EventType> ALL = Stream.of(
                    SPINE,
                    CustodyEventTypes.all(),
                    DoorEventTypes.all(),
                    GovernanceEventTypes.all(),
                    RenditionEventTypes.all())
            .flatMap(List::stream)
            .toList();

    private EventTypes() {}

    /** All of them, those of the classes beside this one included. */
    public static List<EventType> all() {
        return ALL;
    }
}
