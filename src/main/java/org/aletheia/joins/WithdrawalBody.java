package org.aletheia.joins;

import org.jspecify.annotations.Nullable;

/**
 * A withdrawal from joins as callers write it.
 *
 * @param reason code of {@code join-end-reason}
 * @param join id of the one join; absent: all that there are and will be
 */
public record WithdrawalBody(
        @Nullable String reason, @Nullable String join) {}
