package org.aletheia.incidents.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedProjections;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Incident;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.incidents.Involvement;
import org.aletheia.incidents.MissingPerson;
import org.aletheia.incidents.Whereabouts;

/** What followers may know of these records. */
@Singleton
public class IncidentProjections extends LinkedProjections {
    IncidentProjections(@DataSource("follower") AgroalDataSource follower) {
        super(
                follower,
                List.of(
                        new Table(RecordKind.INCIDENT, "incident", Incident.class),
                        new Table(RecordKind.ACT, "act", Act.class),
                        new Table(RecordKind.INVOLVEMENT, "searchable_involvement", Involvement.class),
                        new Table(RecordKind.INCIDENT_LINK, "searchable_incident_link", IncidentLink.class),
                        new Table(RecordKind.MISSING_PERSON, "missing_person", MissingPerson.class),
                        new Table(RecordKind.WHEREABOUTS, "whereabouts", Whereabouts.class)),
                List.of(new Along(
                        RecordKind.INCIDENT, RecordKind.INCIDENT_LINK, "incident_link", List.of("from_id", "to_id"))));
    }
}
