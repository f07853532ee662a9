package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;

/** The acts within incidents. */
@Singleton
public class Acts extends LinkedRecords<Act> implements Parts {
    Acts(RecordStore<Act> store, RecordDesk desk) {
        super(RecordKind.ACT, store, desk);
    }

    @Override
    protected Optional<Whole> whole(Act content) {
        return Optional.of(new Whole(RecordKind.INCIDENT, content.incident()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.INCIDENT;
    }

    @Override
    public void tighten(UUID incident, Protection least) {
        tighten(Map.of("incident", incident), least);
    }
}
