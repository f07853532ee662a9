package org.aletheia.search.elastic;

/** Elasticsearch cannot be reached, is too slow or too busy, or has no index yet. Trying again later may help. */
public class SearchUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchUnavailableException(String what) {
        super(what);
    }
}
