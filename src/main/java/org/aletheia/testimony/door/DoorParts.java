package org.aletheia.testimony.door;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;

/** Doors are never held less strictly than the record of the person whose they are. */
abstract class DoorParts implements Parts {
    private final RecordKind whole;
    private final Doors doors;

    DoorParts(RecordKind whole, Doors doors) {
        this.whole = whole;
        this.doors = doors;
    }

    @Override
    public RecordKind whole() {
        return whole;
    }

    @Override
    public void tighten(UUID subject, Protection least) {
        doors.tightenOf(subject, least);
    }

    @Singleton
    static class OfVictims extends DoorParts {
        OfVictims(Doors doors) {
            super(RecordKind.VICTIM, doors);
        }
    }

    @Singleton
    static class OfPersons extends DoorParts {
        OfPersons(Doors doors) {
            super(RecordKind.PERSON, doors);
        }
    }
}
