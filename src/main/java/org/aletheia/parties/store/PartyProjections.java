package org.aletheia.parties.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedProjections;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.Capacity;
import org.aletheia.parties.Group;
import org.aletheia.parties.Organisation;
import org.aletheia.parties.Person;
import org.aletheia.parties.PersonLink;
import org.aletheia.parties.State;
import org.aletheia.parties.Unit;
import org.aletheia.parties.Victim;

/** What followers may know of these records. */
@Singleton
public class PartyProjections extends LinkedProjections {
    PartyProjections(@DataSource("follower") AgroalDataSource follower) {
        super(
                follower,
                List.of(
                        new Table(RecordKind.PERSON, "person", Person.class),
                        new Table(RecordKind.GROUP, "party_group", Group.class),
                        new Table(RecordKind.UNIT, "party_unit", Unit.class),
                        new Table(RecordKind.ORGANISATION, "party_organisation", Organisation.class),
                        new Table(RecordKind.STATE, "party_state", State.class),
                        new Table(RecordKind.AFFILIATION, "affiliation", Affiliation.class),
                        new Table(RecordKind.VICTIM, "victim", Victim.class),
                        new Table(RecordKind.CAPACITY, "capacity", Capacity.class),
                        new Table(RecordKind.PERSON_LINK, "searchable_person_link", PersonLink.class)));
    }
}
