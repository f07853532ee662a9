package org.aletheia.testimony.vault.custodians;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.RecordName;
import org.jspecify.annotations.Nullable;

/**
 * That identities which were stored without custodians come under those of a scheme, in passes through the vault.
 *
 * @param approval by which two decided it
 * @param wrapped how many did
 * @param unopened how many did not open, in this pass or the last: they stay as they are
 * @param leftSome whether this pass came by somebody who was being stored
 * @param after behind whom this pass goes on; null at its beginning
 * @param doneAt when nothing was left; null before
 */
public record Wrapping(
        UUID scheme,
        UUID approval,
        Instant since,
        int wrapped,
        int unopened,
        boolean leftSome,
        @Nullable RecordName after,
        @Nullable Instant doneAt) {}
