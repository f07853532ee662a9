package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Set;

/**
 * Runs a call and gives its failure a name. What Elasticsearch answers may repeat parts of a query or document, so only
 * its status and error type are kept.
 */
final class Elastic {
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> LATER = Set.of(NOT_FOUND, 408, 429, 502, 503, 504);

    private Elastic() {}

    /** A call of the client. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /**
     * @throws SearchUnavailableException unreachable, too slow, too busy, or without the index
     * @throws IllegalStateException Elasticsearch refuses the request: a defect here
     */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (ElasticsearchException e) {
            throw named(e);
        } catch (IOException e) {
            throw new SearchUnavailableException("Elasticsearch does not answer", e);
        }
    }

    /**
     * As {@link #call}, on a point in time.
     *
     * @throws PointInTimeGoneException it is closed, or an index of it was deleted
     */
    static <T> T callAtPoint(Call<T> call) {
        return call(() -> {
            try {
                return call.run();
            } catch (ElasticsearchException e) {
                if (e.status() == NOT_FOUND) {
                    throw new PointInTimeGoneException();
                }
                throw e;
            }
        });
    }

    private static RuntimeException named(ElasticsearchException e) {
        String what = e.status() + " " + e.error().type();
        return LATER.contains(e.status())
                ? new SearchUnavailableException("Elasticsearch answers " + what)
                : new IllegalStateException("Elasticsearch refuses with " + what);
    }
}
