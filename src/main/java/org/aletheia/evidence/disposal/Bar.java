package org.aletheia.evidence.disposal;

import java.util.UUID;

/**
 * Something that stands against a disposal.
 *
 * @param kind of the record that must stay
 * @param code stable: legal-hold, not-decided, retention-running, transfer-open, shared, in-case, disclosure-duty,
 *     claim-in-process, has-parts, only-source, needed-elsewhere, kept-for-disclosure
 */
public record Bar(String kind, UUID id, String code) {
    /** Of every record of some kinds, whether there is one of that id or not. */
    static final String KEPT_FOR_DISCLOSURE = "kept-for-disclosure";
}
