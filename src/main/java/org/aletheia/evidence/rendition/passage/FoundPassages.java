package org.aletheia.evidence.rendition.passage;

import java.util.List;

/**
 * What was found in a text.
 *
 * @param passages by their start; those of several kinds may overlap
 * @param complete whether the whole text was read and everything that was found is here
 */
public record FoundPassages(List<Passage> passages, boolean complete) {
    public FoundPassages {
        passages = List.copyOf(passages);
    }
}
