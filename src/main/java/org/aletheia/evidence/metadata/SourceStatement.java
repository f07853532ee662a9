package org.aletheia.evidence.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Where the material comes from and how it was obtained. A person is named by pseudonym only.
 *
 * @param category code of the list {@code source-category}
 * @param reference pseudonym of the person or the organisation's own reference
 * @param howObtained in words
 */
public record SourceStatement(
        String category,
        @Nullable String reference,
        @Nullable String howObtained) {}
