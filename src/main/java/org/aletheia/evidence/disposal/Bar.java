package org.aletheia.evidence.disposal;

import java.util.UUID;

/**
 * Something that stands against a disposal.
 *
 * @param kind of the record that must stay
 * @param code stable: legal-hold, not-decided, retention-running, transfer-open, shared, in-case, disclosure-duty,
 *     claim-in-process, has-parts, only-source, needed-elsewhere
 */
public record Bar(String kind, UUID id, String code) {}
