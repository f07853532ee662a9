package org.aletheia.search.indexing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import org.aletheia.search.RebuildProgress;
import org.aletheia.search.elastic.IndexState;
import org.aletheia.search.elastic.Indexes;
import org.aletheia.search.elastic.SearchUnavailableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees that there are indexes: at first start, when Elasticsearch comes up later than the server, and when it comes back
 * without its data. Then the record is read anew; until that is done searches are unavailable and all else goes on.
 */
@ApplicationScoped
public class IndexWatch {
    private static final Logger LOG = Logger.getLogger(IndexWatch.class);
    private static final Duration WHEN_WELL = Duration.ofSeconds(5);
    private static final Duration WHEN_NOT = Duration.ofSeconds(1);

    private final Indexes indexes;
    private final Rebuilds rebuilds;
    private volatile Condition condition = Condition.UNREACHABLE;
    private boolean completed;
    private @Nullable Thread watcher;

    IndexWatch(Indexes indexes, Rebuilds rebuilds) {
        this.indexes = indexes;
        this.rebuilds = rebuilds;
    }

    /** What a look finds. */
    public enum Condition {
        UNREACHABLE,
        BUILDING,
        SEARCHABLE;

        /** The lower-case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the last look found. */
    public Condition condition() {
        return condition;
    }

    void start(@Observes StartupEvent event) {
        watcher = Thread.ofVirtual().name("search-index-watch").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        rebuilds.stop();
        if (watcher != null) {
            watcher.interrupt();
        }
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                condition = look();
                Thread.sleep(condition == Condition.SEARCHABLE ? WHEN_WELL : WHEN_NOT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once: what is made from here on is complete. */
    private void complete() {
        if (!completed) {
            indexes.complete();
            completed = true;
        }
    }

    private Condition look() {
        try {
            IndexState state = indexes.state();
            boolean rebuilding =
                    rebuilds.latest().filter(RebuildProgress::running).isPresent();
            if (state.searchable()) {
                complete();
                return Condition.SEARCHABLE;
            }
            if (!rebuilding) {
                rebuilds.start("index-missing");
            }
            return Condition.BUILDING;
        } catch (SearchUnavailableException e) {
            return Condition.UNREACHABLE;
        } catch (RuntimeException e) {
            LOG.warnf("search indexes not looked at: %s", e.getMessage());
            return Condition.UNREACHABLE;
        }
    }
}
