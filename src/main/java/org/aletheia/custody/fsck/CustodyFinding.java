package org.aletheia.custody.fsck;

/** What can be found in the journal, the tree, the published log, and revisions. */
public enum CustodyFinding implements FindingCode {
    /** The journal has no event at an index. */
    EVENT_MISSING("event-missing"),
    /** An event is lost, and a later one says so. */
    EVENT_LOST("event-lost", false),
    /** An event's bytes and seed do not give its entry. */
    EVENT_ALTERED("event-altered"),
    /** The columns beside an event's bytes say something else than these. */
    EVENT_COLUMNS("event-columns"),
    /** A history lacks a number. */
    HISTORY_HOLE("history-hole"),
    /** A history is not in the order of the log. */
    HISTORY_ORDER("history-order"),
    /** A history names an event that is not about its record. */
    HISTORY_FOREIGN("history-foreign"),
    /** An event is not in the history of a record that it is about. */
    HISTORY_SHORT("history-short"),
    /** A stored root of a full tile is not that of the entries. */
    TREE_NODE("tree-node"),
    /** The recorded size, root and edge are not those of the entries. */
    TREE_HEAD("tree-head"),
    /** A tree head that was signed is not one of this tree. */
    TREE_CHECKPOINT("tree-checkpoint"),
    /** Behind a missing event the tree could not be computed. */
    TREE_UNCHECKED("tree-unchecked", false),
    /** A checkpoint is not signed by every key of the log, or belongs to another log. */
    CHECKPOINT_FOREIGN("checkpoint-foreign"),
    /** The keys or the name are not those that the log was signed with. */
    CHECKPOINT_KEYS("checkpoint-keys"),
    /** The log was signed under another name, and journal and database do not tell alike of the change. */
    SUCCESSION_MISSING("succession-missing"),
    /** The lists of the log's keys do not follow on each other, or are not signed by the keys that must. */
    KEYS_BROKEN("keys-broken"),
    /** Database and bucket hold different lists of the log's keys. */
    KEYS_DIFFER("keys-differ"),
    /** A key that the newest list makes active is not held. */
    KEYS_MISSING("keys-missing"),
    /** No event tells of a change of the keys, or it tells of another. */
    KEYS_UNLOGGED("keys-unlogged"),
    /** Unit keys are wrapped by a key-encryption key that is not in the key directory. */
    WRAPPING_MISSING("wrapping-missing"),
    /** Unit keys are wrapped by a key-encryption key that is retired, or that the database does not name. */
    WRAPPING_RETIRED("wrapping-retired"),
    /** The journal tells of another exchange of key-encryption keys than the database. */
    WRAPPING_UNLOGGED("wrapping-unlogged"),
    /** An older key-encryption key still wraps some. */
    WRAPPING_DUE("wrapping-due", false),
    /** The published checkpoint contradicts the journal. */
    PUBLISHED_FORK("published-fork"),
    /** The published checkpoint has more events than the journal. */
    PUBLISHED_AHEAD("published-ahead"),
    /** The published checkpoint is older than the one that was published last. */
    PUBLISHED_BEHIND("published-behind"),
    /** The bucket lacks the checkpoint, a tile, a bundle of entries, or a timestamp with its checkpoint. */
    PUBLISHED_MISSING("published-missing"),
    /** A published tile, bundle, timestamp or timestamped checkpoint is not that of the database. */
    PUBLISHED_ALTERED("published-altered"),
    /** A timestamp does not hold for its checkpoint. */
    TIMESTAMP_ALTERED("timestamp-altered"),
    /** No roots of a timestamp's authority are configured, so that its chain was not checked. */
    TIMESTAMP_UNCHECKED("timestamp-unchecked", false),
    /** A record of which the journal tells is not there. */
    RECORD_MISSING("record-missing"),
    /** A record does not stand at its last revision. */
    RECORD_REVISION("record-revision"),
    /** A revision of which the journal tells is not there. */
    REVISION_MISSING("revision-missing"),
    /** A record lacks the revision of a number. */
    REVISION_HOLE("revision-hole"),
    /** A revision's bytes and salt do not give its digest. */
    REVISION_ALTERED("revision-altered"),
    /** No event tells of a revision. */
    REVISION_UNLOGGED("revision-unlogged"),
    /** What a record said is gone, and no event tells that it was disposed of. */
    DISPOSAL_UNLOGGED("disposal-unlogged"),
    /** An event tells that a record was disposed of, and it can be read. */
    DISPOSAL_UNDONE("disposal-undone");

    private final String code;
    private final boolean fault;

    CustodyFinding(String code) {
        this(code, true);
    }

    CustodyFinding(String code, boolean fault) {
        this.code = code;
        this.fault = fault;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public boolean fault() {
        return fault;
    }
}
