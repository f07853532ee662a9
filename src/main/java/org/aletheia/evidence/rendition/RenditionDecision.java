package org.aletheia.evidence.rendition;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decides of a rendition.
 *
 * @param state into which it comes; not {@link RenditionState#PROPOSED}
 * @param reason code of {@code rendition-refusal} or {@code rendition-withdrawal}; null of an approval
 */
public record RenditionDecision(
        RenditionState state, @Nullable String reason) {}
