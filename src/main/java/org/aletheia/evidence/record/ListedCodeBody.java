package org.aletheia.evidence.record;

import org.jspecify.annotations.Nullable;

/** A {@link ListedCode} as callers write it; without a version the current edition is meant. */
public record ListedCodeBody(
        @Nullable String list,
        @Nullable String code,
        @Nullable String version,
        @Nullable String date) {}
