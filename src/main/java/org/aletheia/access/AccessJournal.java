package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;

/** The journal, as soon as it has an implementation. */
@ApplicationScoped
class AccessJournal {
    private final Instance<Journal> journal;

    AccessJournal(Instance<Journal> journal) {
        this.journal = journal;
    }

    void append(EventDraft event) {
        if (journal.isResolvable()) {
            journal.get().append(event);
        }
    }

    void appendRead(EventDraft event) {
        if (journal.isResolvable()) {
            journal.get().appendRead(event);
        }
    }
}
