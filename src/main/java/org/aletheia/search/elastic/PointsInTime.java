package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.aletheia.search.SearchConfig;
import org.jspecify.annotations.Nullable;

/**
 * Points in time, shared by all searches that begin within a moment: so that paging is stable from the first page on,
 * and yet a search does not pay a second round trip. One that a cursor refers to lives as long as its pages are read;
 * any other is closed soon after it was replaced.
 */
@ApplicationScoped
public class PointsInTime {
    /** How much later than Elasticsearch's own refresh a document may become visible through a shared point. */
    private static final Duration FRESH = Duration.ofMillis(300);

    /** Longer than any search that may still be reading from a replaced point. */
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final ElasticsearchClient client;
    private final IndexNames names;
    private final SearchConfig config;
    private final Clock clock;
    private final ReentrantLock opening = new ReentrantLock();
    private final Deque<Shared> replaced = new ArrayDeque<>();
    private volatile @Nullable Shared current;

    PointsInTime(ElasticClients clients, IndexNames names, SearchConfig config, Clock clock) {
        this.client = clients.searching();
        this.names = names;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A point that is not older than a moment.
     *
     * @throws SearchUnavailableException Elasticsearch does not answer, or the indexes are being built
     */
    public PointInTime current() {
        Shared shared = current;
        if (shared != null && fresh(shared)) {
            return shared.point;
        }
        opening.lock();
        try {
            shared = current;
            return shared != null && fresh(shared) ? shared.point : replace(shared);
        } finally {
            opening.unlock();
        }
    }

    /** Keeps the point open for a cursor that refers to it. */
    public void keep(PointInTime point) {
        Shared shared = current;
        if (shared != null && shared.point.equals(point)) {
            shared.kept = true;
            return;
        }
        opening.lock();
        try {
            replaced.stream().filter(old -> old.point.equals(point)).forEach(old -> old.kept = true);
        } finally {
            opening.unlock();
        }
    }

    /** Has the next search open a new point: this one is closed. */
    public void forget(PointInTime point) {
        opening.lock();
        try {
            Shared shared = current;
            if (shared != null && shared.point.equals(point)) {
                current = null;
            }
        } finally {
            opening.unlock();
        }
    }

    private PointInTime replace(@Nullable Shared old) {
        PointInTime opened = open();
        current = new Shared(opened);
        if (old != null) {
            replaced.add(old);
        }
        Instant drained = clock.instant().minus(DRAIN);
        while (!replaced.isEmpty() && replaced.peek().point.openedAt().isBefore(drained)) {
            close(replaced.remove());
        }
        return opened;
    }

    private PointInTime open() {
        Instant now = clock.instant();
        String id = Elastic.call(() -> client.openPointInTime(open -> open.index(names.live())
                        .keepAlive(alive -> alive.time(config.cursorLifetime().toSeconds() + "s"))))
                .id();
        return new PointInTime(id, now);
    }

    private void close(Shared shared) {
        if (!shared.kept) {
            Thread.ofVirtual().start(() -> {
                try {
                    Elastic.callAtPoint(() -> client.closePointInTime(close -> close.id(shared.point.id())));
                } catch (SearchUnavailableException | PointInTimeGoneException e) {
                    // it expires by itself
                    shared.kept = false;
                }
            });
        }
    }

    private boolean fresh(Shared shared) {
        return shared.point.openedAt().plus(FRESH).isAfter(clock.instant());
    }

    private static final class Shared {
        private final PointInTime point;
        private volatile boolean kept;

        Shared(PointInTime point) {
            this.point = point;
        }
    }
}
