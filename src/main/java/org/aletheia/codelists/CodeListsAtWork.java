package org.aletheia.codelists;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aletheia.codelists.store.EditionStore;
import org.aletheia.platform.http.SafeTrace;
import org.jboss.logging.Logger;

/**
 * Puts the operator's editions into force: at start, before anything is checked, and again whenever there is one more. A
 * server that cannot read them does not start, since it would take codes that the operator retired; one that loses the
 * database later goes on with what it read last.
 */
@ApplicationScoped
public class CodeListsAtWork {
    private static final Logger LOG = Logger.getLogger(CodeListsAtWork.class);

    private final CodeLists lists;
    private final EditionStore store;
    private final CodeListsConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("code-lists").factory());
    private int inForce;

    CodeListsAtWork(CodeLists lists, EditionStore store, CodeListsConfig config) {
        this.lists = lists;
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        refresh();
        long pause = config.poll().toMillis();
        timer.scheduleWithFixedDelay(this::poll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Reads the editions where there are others than those in force; nobody removes one, so their number tells. */
    synchronized void refresh() {
        if (store.count() != inForce) {
            List<StoredEdition> editions = store.all();
            lists.use(EditionFold.all(lists.shipped(), editions));
            inForce = editions.size();
        }
    }

    private void poll() {
        try {
            refresh();
        } catch (Throwable e) {
            // The next round tries again; an error must not end the schedule.
            LOG.warnf("editions of code lists could not be read yet: %s", SafeTrace.of(e));
        }
    }
}
