package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** Everything that happened, as far as it was recorded. */
@Singleton
public class Incidents extends LinkedRecords<Incident> {
    Incidents(RecordStore<Incident> store, RecordDesk desk) {
        super(RecordKind.INCIDENT, store, desk);
    }

    /**
     * The last instant at which the incident can have ended; empty where that is open or the caller does not see it. For
     * rules about its acts: decides nothing and tells nothing.
     */
    public Optional<Instant> latest(UUID incident) {
        return find(incident).flatMap(found -> found.content().latest());
    }
}
