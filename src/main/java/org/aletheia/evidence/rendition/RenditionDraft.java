package org.aletheia.evidence.rendition;

import java.util.List;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a rendition by whoever made it. Nothing in it is free text.
 *
 * @param kind code of {@code rendition-kind}
 * @param language of what it says
 * @param tool the software that made it; null where a person did
 * @param toolVersion of the software
 * @param inputs SHA-256 of what it was made from: the item's content, or other renditions of the item
 */
public record RenditionDraft(
        String kind,
        @Nullable LanguageTag language,
        @Nullable String tool,
        @Nullable String toolVersion,
        List<Digest> inputs) {
    public RenditionDraft {
        inputs = List.copyOf(inputs);
    }
}
