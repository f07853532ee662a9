package org.aletheia.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.jspecify.annotations.Nullable;

/** Closes and opens records as a capability does, by the word of another record, which alone its event is about. */
@ApplicationScoped
class ClosedRecords {
    private static final RecordName BASIS = new RecordName(RecordKind.STATEMENT, UUID.randomUUID());

    private final Closures closures;
    private final Journal journal;

    ClosedRecords(Closures closures, Journal journal) {
        this.closures = closures;
        this.journal = journal;
    }

    void close(RecordKind kind, String id, ClosureGround ground, @Nullable Instant until) {
        QuarkusTransaction.requiringNew()
                .run(() -> closures.close(kind, UUID.fromString(id), ground, BASIS, event(), until));
    }

    void reopen(RecordKind kind, String id, ClosureGround ground) {
        QuarkusTransaction.requiringNew().run(() -> closures.reopen(kind, UUID.fromString(id), ground, BASIS, event()));
    }

    private UUID event() {
        Subject subject = new Subject(BASIS.kind().code(), BASIS.id());
        return journal.append(EventDraft.of(EventTypes.RECORD_REVISED, Actor.SYSTEM, subject)
                        .build())
                .eventId();
    }
}
