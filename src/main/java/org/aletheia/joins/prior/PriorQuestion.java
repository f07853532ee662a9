package org.aletheia.joins.prior;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.testimony.vault.VaultSubject;

/**
 * Whether somebody was interviewed before.
 *
 * @param organisation that asks, and owns the record
 * @param interview which it is for; the id is the caller's
 * @param agreedAt when the person agreed to the question
 */
public record PriorQuestion(
        UUID id,
        UUID organisation,
        UUID member,
        VaultSubject subject,
        UUID interview,
        Instant agreedAt,
        Instant askedAt) {
    /** What the person must have agreed to; code of {@code consent-scope}. */
    public static final String CONSENT = "CS-CHECK-PRIOR";
}
