package org.aletheia.custody.format;

/** What an event type is about; closed, because access rules and the two feeds (changes, reads) are decided by it. */
public enum EventTypeGroup {
    /** Possession, handling, derivation and transfer of evidence. */
    CUSTODY,
    /** Views, downloads, lists and denials. */
    ACCESS,
    /** Creation and revision of other records. */
    RECORD,
    /** Membership, grants, keys, the log itself. */
    GOVERNANCE
}
