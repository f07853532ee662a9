package org.aletheia.joins.rest;

import jakarta.ws.rs.Path;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.joins.JoinWithdrawals;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.SameRecords;

/**
 * The addresses of joins: one below each collection whose records can be joined. One class with the collection as a parameter
 * is never reached: of all resources the framework tries those alone whose literal beginning is the longest.
 */
final class RecordJoinsResources {
    private RecordJoinsResources() {}

    @Path("/api/v1/persons/{id}/joins")
    static class OfPersons extends RecordJoins {
        OfPersons(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.PERSON);
        }
    }

    @Path("/api/v1/groups/{id}/joins")
    static class OfGroups extends RecordJoins {
        OfGroups(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.GROUP);
        }
    }

    @Path("/api/v1/units/{id}/joins")
    static class OfUnits extends RecordJoins {
        OfUnits(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.UNIT);
        }
    }

    @Path("/api/v1/organisations/{id}/joins")
    static class OfOrganisations extends RecordJoins {
        OfOrganisations(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.ORGANISATION);
        }
    }

    @Path("/api/v1/victims/{id}/joins")
    static class OfVictims extends RecordJoins {
        OfVictims(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.VICTIM);
        }
    }

    @Path("/api/v1/incidents/{id}/joins")
    static class OfIncidents extends RecordJoins {
        OfIncidents(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.INCIDENT);
        }
    }

    @Path("/api/v1/items/{id}/joins")
    static class OfItems extends RecordJoins {
        OfItems(SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources) {
            super(same, withdrawals, records, sources, RecordKind.ITEM);
        }
    }
}
