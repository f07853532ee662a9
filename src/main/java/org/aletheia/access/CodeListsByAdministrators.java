package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aletheia.codelists.CodeListOffice;
import org.aletheia.codelists.EditionOutcome;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Digest;

/** Code lists are configuration: whoever administers the server changes them, and each change is an event. */
@ApplicationScoped
class CodeListsByAdministrators implements CodeListOffice {
    private static final String SUBJECT = "code-list";

    private final AccessGuard guard;
    private final Acting acting;
    private final Journal journal;

    CodeListsByAdministrators(AccessGuard guard, Acting acting, Journal journal) {
        this.guard = guard;
        this.acting = acting;
        this.journal = journal;
    }

    @Override
    public UUID requireAdministrator() {
        return guard.requireAdministrator().member();
    }

    @Override
    public void changed(UUID subject, EditionOutcome outcome, Digest digest) {
        journal.append(acting.event(EventTypes.CODE_LIST_CHANGED, new Subject(SUBJECT, subject))
                .detail("list", outcome.list())
                .detail("revision", outcome.revision())
                .detail("digest", digest.toString())
                .detail("added", outcome.added().size())
                .detail("changed", outcome.changed().size())
                .detail("retired", outcome.retired().size())
                .build());
    }
}
