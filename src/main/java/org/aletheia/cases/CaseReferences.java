package org.aletheia.cases;

import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.Referring;

/**
 * How case files name others. Whom a case may call is left out: that list shows pseudonyms only, and a graph would set names
 * beside it that are public elsewhere.
 */
@Singleton
class CaseReferences implements Referring {
    @Override
    public List<References> references() {
        return List.of(References.of(RecordKind.CASE_FILE)
                .labelled("/title")
                .alleges("alleged-perpetrator", "/charges/*/alleged/id", null)
                .alleges("charged-act", "/charges/*/acts/*", RecordKind.ACT)
                .alleges("charged-incident", "/charges/*/incidents/*", RecordKind.INCIDENT)
                .names("material", "/material/*", RecordKind.ITEM));
    }
}
