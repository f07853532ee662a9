package org.aletheia.joins.rest;

import jakarta.ws.rs.Path;
import org.aletheia.access.RecordKind;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.matching.PossibleSame;

/** The addresses of suggestions: one below each collection of which something public can be compared; of victims nothing can. */
final class PossibleSameResources {
    private PossibleSameResources() {}

    @Path("/api/v1/persons/{id}/possible-same")
    static class OfPersons extends RecordPossibleSame {
        OfPersons(PossibleSame possible, JoinedRecords records) {
            super(possible, records, RecordKind.PERSON);
        }
    }

    @Path("/api/v1/groups/{id}/possible-same")
    static class OfGroups extends RecordPossibleSame {
        OfGroups(PossibleSame possible, JoinedRecords records) {
            super(possible, records, RecordKind.GROUP);
        }
    }

    @Path("/api/v1/units/{id}/possible-same")
    static class OfUnits extends RecordPossibleSame {
        OfUnits(PossibleSame possible, JoinedRecords records) {
            super(possible, records, RecordKind.UNIT);
        }
    }

    @Path("/api/v1/organisations/{id}/possible-same")
    static class OfOrganisations extends RecordPossibleSame {
        OfOrganisations(PossibleSame possible, JoinedRecords records) {
            super(possible, records, RecordKind.ORGANISATION);
        }
    }

    @Path("/api/v1/incidents/{id}/possible-same")
    static class OfIncidents extends RecordPossibleSame {
        OfIncidents(PossibleSame possible, JoinedRecords records) {
            super(possible, records, RecordKind.INCIDENT);
        }
    }

    @Path("/api/v1/items/{id}/possible-same")
    static class OfItems extends RecordPossibleSame {
        OfItems(PossibleSame possible, JoinedRecords records) {
            super(possible, records, RecordKind.ITEM);
        }
    }
}
