package org.aletheia.parties;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** Which records of persons belong together. */
@Singleton
public class PersonLinks extends LinkedRecords<PersonLink> {
    private final RecordDesk desk;

    PersonLinks(RecordStore<PersonLink> store, RecordDesk desk) {
        super(RecordKind.PERSON_LINK, store, desk);
        this.desk = desk;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /** How a record that the link would join is held; adds {@code reference-unknown} where the caller cannot read it. */
    public Optional<ProtectedRecord> held(Checks checks, String pointer, RecordKind kind, @Nullable String given) {
        UUID id = checks.reference(kind, pointer, given);
        return Optional.ofNullable(id).map(known -> desk.directory().require(AccessIntent.READ, kind, known));
    }
}
