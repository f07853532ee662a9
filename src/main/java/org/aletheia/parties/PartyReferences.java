package org.aletheia.parties;

import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.Referring;

/**
 * How these records name others; a protected person has no names in the record, so that none is shown. Capacities and links
 * of persons are in no graph: what one human is in several capacities, and who is whose child, has an audience of its own.
 */
@Singleton
class PartyReferences implements Referring {
    private static final String NAMES = "/names/*/text";

    @Override
    public List<References> references() {
        return List.of(
                References.of(RecordKind.PERSON).labelled(NAMES, "/pseudonym"),
                References.of(RecordKind.GROUP).labelled(NAMES),
                References.of(RecordKind.UNIT).labelled(NAMES).names("unit-of", "/state", RecordKind.STATE),
                References.of(RecordKind.AFFILIATION)
                        .coded("affiliation-relation", "/relation")
                        .dated("/period/during", "/period/firstSeen", "/period/lastSeen")
                        .names("subject", "/subject/id", null)
                        .names("object", "/object/id", null),
                References.of(RecordKind.ORGANISATION).labelled(NAMES),
                References.of(RecordKind.STATE).labelled(NAMES, "/country"),
                References.of(RecordKind.VICTIM).labelled("/pseudonym").coded("victim-type", "/type"));
    }
}
