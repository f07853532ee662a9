package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call and gives its failure a name. What Elasticsearch answers may repeat parts of a query or document, so only
 * its status and error type are kept.
 */
final class Elastic {
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> LATER = Set.of(NOT_FOUND, 408, BUSY, 502, UNAVAILABLE, 504);

    private Elastic() {}

    /** A call of the client. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /**
     * @throws SearchBusyException it has no room for the request now
     * @throws SearchUnavailableException unreachable, too slow, or without the index
     * @throws IllegalStateException Elasticsearch refuses the request: a defect here
     */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (ElasticsearchException e) {
            throw named(e);
        } catch (IOException e) {
            throw new SearchUnavailableException(
                    "Elasticsearch does not answer: " + e.getClass().getSimpleName());
        }
    }

    /**
     * As {@link #call}, on a point in time. Of one that was closed Elasticsearch answers 404; of one whose indexes were
     * deleted it answers 503, which the client gives as an exception of its lower level.
     *
     * @throws PointInTimeGoneException it is closed, or its indexes are not there now
     */
    static <T> T callAtPoint(Call<T> call) {
        return call(() -> {
            try {
                return call.run();
            } catch (ElasticsearchException e) {
                checkPoint(e.status());
                throw e;
            } catch (ResponseException e) {
                checkPoint(e.getResponse().getStatusCode());
                throw e;
            }
        });
    }

    private static void checkPoint(int status) {
        if (status == NOT_FOUND || status == UNAVAILABLE) {
            throw new PointInTimeGoneException();
        }
    }

    private static RuntimeException named(ElasticsearchException e) {
        int status = e.status();
        String type = e.error().type();
        if (LATER.contains(status)) {
            return unavailable(status, type);
        }
        return new IllegalStateException("Elasticsearch refuses with " + status + " " + type);
    }

    /** The name of an answer that another try may better. */
    static SearchUnavailableException unavailable(int status, @Nullable String type) {
        return status == BUSY
                ? new SearchBusyException(type)
                : new SearchUnavailableException("Elasticsearch answers " + status + " " + type);
    }
}
