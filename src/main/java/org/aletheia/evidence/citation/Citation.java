package org.aletheia.evidence.citation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody says of an item as a source, checked; who and of which record is known from elsewhere. */
public record Citation(
        UUID item,
        @Nullable String about,
        @Nullable Anchor anchor,
        String support,
        @Nullable String grade,
        @Nullable String note) {}
