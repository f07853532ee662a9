package org.aletheia.evidence.citation.rest;

import jakarta.ws.rs.Path;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Sources;

/** The addresses of sources: one below each collection whose records are assertions. */
final class SourceResources {
    private SourceResources() {}

    @Path("/api/v1/incidents/{id}/sources")
    static class OfIncidents extends RecordSources {
        OfIncidents(Sources sources) {
            super(sources, RecordKind.INCIDENT);
        }
    }

    @Path("/api/v1/acts/{id}/sources")
    static class OfActs extends RecordSources {
        OfActs(Sources sources) {
            super(sources, RecordKind.ACT);
        }
    }

    @Path("/api/v1/involvements/{id}/sources")
    static class OfInvolvements extends RecordSources {
        OfInvolvements(Sources sources) {
            super(sources, RecordKind.INVOLVEMENT);
        }
    }

    @Path("/api/v1/persons/{id}/sources")
    static class OfPersons extends RecordSources {
        OfPersons(Sources sources) {
            super(sources, RecordKind.PERSON);
        }
    }

    @Path("/api/v1/groups/{id}/sources")
    static class OfGroups extends RecordSources {
        OfGroups(Sources sources) {
            super(sources, RecordKind.GROUP);
        }
    }

    @Path("/api/v1/units/{id}/sources")
    static class OfUnits extends RecordSources {
        OfUnits(Sources sources) {
            super(sources, RecordKind.UNIT);
        }
    }

    @Path("/api/v1/organisations/{id}/sources")
    static class OfOrganisations extends RecordSources {
        OfOrganisations(Sources sources) {
            super(sources, RecordKind.ORGANISATION);
        }
    }

    @Path("/api/v1/states/{id}/sources")
    static class OfStates extends RecordSources {
        OfStates(Sources sources) {
            super(sources, RecordKind.STATE);
        }
    }

    @Path("/api/v1/affiliations/{id}/sources")
    static class OfAffiliations extends RecordSources {
        OfAffiliations(Sources sources) {
            super(sources, RecordKind.AFFILIATION);
        }
    }

    @Path("/api/v1/victims/{id}/sources")
    static class OfVictims extends RecordSources {
        OfVictims(Sources sources) {
            super(sources, RecordKind.VICTIM);
        }
    }

    @Path("/api/v1/reparation-claims/{id}/sources")
    static class OfReparationClaims extends RecordSources {
        OfReparationClaims(Sources sources) {
            super(sources, RecordKind.REPARATION_CLAIM);
        }
    }
}
