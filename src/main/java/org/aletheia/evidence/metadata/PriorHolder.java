package org.aletheia.evidence.metadata;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * Who held the material before it was received here, by role and organisation.
 *
 * @param role code of the list {@code custody-role}
 * @param organisation name of the body, never of a person
 * @param handover code of the list {@code handover}: how it passed on to the next holder
 */
public record PriorHolder(
        String role,
        @Nullable String organisation,
        @Nullable UncertainDate from,
        @Nullable UncertainDate to,
        @Nullable String handover) {}
