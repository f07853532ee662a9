package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.Referring;

/**
 * How these records name others. The relatives of a missing person are left out: who looks for somebody is told to whoever
 * reads that record. Links of incidents are no records that name others: they join two, and are found by {@link LinksAround}.
 */
@Singleton
class IncidentReferences implements Referring {
    @Override
    public List<References> references() {
        return List.of(
                References.of(RecordKind.INCIDENT).labelled("/title"),
                References.of(RecordKind.ACT)
                        .coded("huridocs-mt-04", "/type")
                        .names(References.PART_OF, "/incident", RecordKind.INCIDENT)
                        .names("victim", "/victims/*", RecordKind.VICTIM),
                References.of(RecordKind.INVOLVEMENT)
                        .coded("huridocs-mt-18", "/degree")
                        .names(References.PART_OF, "/act", RecordKind.ACT)
                        .alleges("alleged-perpetrator", "/party/id", null)
                        .alleges("alleged-responsible-state", "/attributions/*/state", RecordKind.STATE),
                References.of(RecordKind.MISSING_PERSON)
                        .coded("missing-status", "/status")
                        .names("missing", "/victim", RecordKind.VICTIM)
                        .names("disappeared-by", "/act", RecordKind.ACT),
                References.of(RecordKind.WHEREABOUTS)
                        .coded("whereabouts-type", "/type")
                        .dated("/date")
                        .names(References.PART_OF, "/missingPerson", RecordKind.MISSING_PERSON));
    }
}
