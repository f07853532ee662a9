package org.aletheia.codelists;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.aletheia.codelists.store.CodeListEditionRows;
import org.aletheia.platform.editions.EditionWatch;

/** Puts the operator's editions of lists into force, so that no code is taken that the operator retired. */
@ApplicationScoped
public class CodeListsAtWork {
    private final EditionWatch<ListEdition> watch;

    CodeListsAtWork(CodeLists lists, CodeListEditionRows rows, CodeListsConfig config) {
        this.watch = new EditionWatch<>(
                "code lists", rows, config.poll(), given -> lists.use(EditionFold.all(lists.shipped(), given)));
    }

    void start(@Observes StartupEvent event) {
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** Puts those into force that are not yet. */
    void refresh() {
        watch.refresh();
    }
}
