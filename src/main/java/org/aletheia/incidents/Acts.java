package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** The acts within incidents. */
@Singleton
public class Acts extends LinkedRecords<Act> {
    Acts(RecordStore<Act> store, RecordDesk desk) {
        super(RecordKind.ACT, store, desk);
    }

    @Override
    protected Optional<Whole> whole(Act content) {
        return Optional.of(new Whole(RecordKind.INCIDENT, content.incident()));
    }

    /** Those of one incident, of the caller's own organisation; for sharing them along with it. */
    List<ProtectedRecord> of(UUID incident) {
        return own(Map.of("incident", incident));
    }
}
