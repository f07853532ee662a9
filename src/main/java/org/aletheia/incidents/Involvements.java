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

/** Who is alleged to be involved in acts. */
@Singleton
public class Involvements extends LinkedRecords<Involvement> implements Parts {
    Involvements(RecordStore<Involvement> store, RecordDesk desk) {
        super(RecordKind.INVOLVEMENT, store, desk);
    }

    @Override
    protected Optional<Whole> whole(Involvement content) {
        return Optional.of(new Whole(RecordKind.ACT, content.act()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.ACT;
    }

    @Override
    public void tighten(UUID act, Protection least) {
        tighten(Map.of("act", act), least);
    }
}
