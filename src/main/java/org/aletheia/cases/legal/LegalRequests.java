package org.aletheia.cases.legal;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** The register of legal requests: counsel keeps it, the disclosure officer reads it, and nobody else knows of it. */
@Singleton
public class LegalRequests extends LinkedRecords<LegalRequest> {
    private final RecordDesk desk;
    private final GivenEvents events;

    LegalRequests(RecordStore<LegalRequest> store, RecordDesk desk, GivenEvents events) {
        super(RecordKind.LEGAL_REQUEST, store, desk);
        this.desk = desk;
        this.events = events;
    }

    /** Enters a request. @throws ProblemException {@code forbidden} to all but counsel; {@code invalid-request} */
    public RecordVersion<LegalRequest> enter(@Nullable String key, LegalRequestBody body) {
        return create(key, "legal-requests", body, checks -> body.check(checks, null, events, caller()));
    }

    /**
     * Writes what became of it. What was given stays given; a view of counsel bears the name of who last changed it.
     *
     * @throws ProblemException {@code not-found}, {@code invalid-request}, and what the precondition throws
     */
    public RecordVersion<LegalRequest> revise(UUID id, IntConsumer precondition, LegalRequestBody body) {
        return revise(id, precondition, body, (checks, before) -> body.check(checks, before, events, caller()));
    }

    private UUID caller() {
        return desk.guard().principal().member();
    }
}
