package org.aletheia.search.elastic;

import org.jspecify.annotations.Nullable;

/** Elasticsearch has no room for a request now (429): the same one may be taken a little later. */
final class SearchBusyException extends SearchUnavailableException {
    private static final long serialVersionUID = 1L;

    SearchBusyException(@Nullable String type) {
        super("Elasticsearch answers 429 " + type);
    }
}
