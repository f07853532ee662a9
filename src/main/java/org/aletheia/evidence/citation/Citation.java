package org.aletheia.evidence.citation;

import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** What somebody says of an item as a source, checked; who and of which record is known from elsewhere. */
public record Citation(
        UUID item,
        @Nullable String about,
        @Nullable Anchor anchor,
        String support,
        @Nullable UncertainDate date,
        @Nullable String grade,
        @Nullable String channelGrade,
        @Nullable String note) {
    /** Code of {@code source-support}. */
    public static final String SUPPORTS = "supports";

    /** Code of {@code source-support}. */
    public static final String CONTRADICTS = "contradicts";

    /** Code of {@code source-note}: the word of who was there, which is never graded as a channel. */
    static final String FIRST_HAND = "first-hand";
}
