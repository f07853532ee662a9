package org.aletheia.evidence.citation;

import java.util.List;

/**
 * The sources of one record as far as a caller sees them.
 *
 * @param sources the first of them, by id
 * @param sourceCount of all that the caller sees; zero where nothing that they may see supports the record
 */
public record Evidence(List<Cited> sources, int sourceCount) {
    /** No source that the caller sees. */
    public static final Evidence NONE = new Evidence(List.of(), 0);

    public Evidence {
        sources = List.copyOf(sources);
    }
}
