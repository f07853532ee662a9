package org.aletheia.evidence.citation.rest;

import jakarta.ws.rs.Path;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.citation.Sourcing;

/** The addresses of sources: one below each collection whose records are assertions. */
final class SourceResources {
    private SourceResources() {}

    @Path("/api/v1/incidents/{id}/sources")
    static class OfIncidents extends RecordSources {
        OfIncidents(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.INCIDENT);
        }
    }

    @Path("/api/v1/acts/{id}/sources")
    static class OfActs extends RecordSources {
        OfActs(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.ACT);
        }
    }

    @Path("/api/v1/involvements/{id}/sources")
    static class OfInvolvements extends RecordSources {
        OfInvolvements(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.INVOLVEMENT);
        }
    }

    @Path("/api/v1/persons/{id}/sources")
    static class OfPersons extends RecordSources {
        OfPersons(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.PERSON);
        }
    }

    @Path("/api/v1/groups/{id}/sources")
    static class OfGroups extends RecordSources {
        OfGroups(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.GROUP);
        }
    }

    @Path("/api/v1/units/{id}/sources")
    static class OfUnits extends RecordSources {
        OfUnits(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.UNIT);
        }
    }

    @Path("/api/v1/organisations/{id}/sources")
    static class OfOrganisations extends RecordSources {
        OfOrganisations(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.ORGANISATION);
        }
    }

    @Path("/api/v1/states/{id}/sources")
    static class OfStates extends RecordSources {
        OfStates(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.STATE);
        }
    }

    @Path("/api/v1/affiliations/{id}/sources")
    static class OfAffiliations extends RecordSources {
        OfAffiliations(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.AFFILIATION);
        }
    }

    @Path("/api/v1/victims/{id}/sources")
    static class OfVictims extends RecordSources {
        OfVictims(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.VICTIM);
        }
    }

    @Path("/api/v1/case-elements/{id}/sources")
    static class OfCaseElements extends RecordSources {
        OfCaseElements(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.CASE_ELEMENT);
        }
    }

    @Path("/api/v1/reparation-claims/{id}/sources")
    static class OfReparationClaims extends RecordSources {
        OfReparationClaims(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.REPARATION_CLAIM);
        }
    }

    @Path("/api/v1/incident-links/{id}/sources")
    static class OfIncidentLinks extends RecordSources {
        OfIncidentLinks(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.INCIDENT_LINK);
        }
    }

    @Path("/api/v1/missing-persons/{id}/sources")
    static class OfMissingPersons extends RecordSources {
        OfMissingPersons(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.MISSING_PERSON);
        }
    }

    @Path("/api/v1/whereabouts/{id}/sources")
    static class OfWhereabouts extends RecordSources {
        OfWhereabouts(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.WHEREABOUTS);
        }
    }

    @Path("/api/v1/missing-status-proposals/{id}/sources")
    static class OfStatusProposals extends RecordSources {
        OfStatusProposals(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.MISSING_STATUS_PROPOSAL);
        }
    }

    @Path("/api/v1/joins/{id}/sources")
    static class OfJoins extends RecordSources {
        OfJoins(Sources sources, Sourcing sourcing) {
            super(sources, sourcing, RecordKind.JOIN);
        }
    }
}
