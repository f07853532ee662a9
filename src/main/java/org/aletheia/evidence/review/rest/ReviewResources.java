package org.aletheia.evidence.review.rest;

import jakarta.ws.rs.Path;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.review.Reviews;

/** The addresses of reviews: one below each collection whose records are assertions. */
final class ReviewResources {
    private ReviewResources() {}

    @Path("/api/v1/incidents/{id}/reviews")
    static class OfIncidents extends RecordReviews {
        OfIncidents(Reviews reviews) {
            super(reviews, RecordKind.INCIDENT);
        }
    }

    @Path("/api/v1/acts/{id}/reviews")
    static class OfActs extends RecordReviews {
        OfActs(Reviews reviews) {
            super(reviews, RecordKind.ACT);
        }
    }

    @Path("/api/v1/involvements/{id}/reviews")
    static class OfInvolvements extends RecordReviews {
        OfInvolvements(Reviews reviews) {
            super(reviews, RecordKind.INVOLVEMENT);
        }
    }

    @Path("/api/v1/incident-links/{id}/reviews")
    static class OfIncidentLinks extends RecordReviews {
        OfIncidentLinks(Reviews reviews) {
            super(reviews, RecordKind.INCIDENT_LINK);
        }
    }

    @Path("/api/v1/missing-persons/{id}/reviews")
    static class OfMissingPersons extends RecordReviews {
        OfMissingPersons(Reviews reviews) {
            super(reviews, RecordKind.MISSING_PERSON);
        }
    }

    @Path("/api/v1/whereabouts/{id}/reviews")
    static class OfWhereabouts extends RecordReviews {
        OfWhereabouts(Reviews reviews) {
            super(reviews, RecordKind.WHEREABOUTS);
        }
    }

    @Path("/api/v1/persons/{id}/reviews")
    static class OfPersons extends RecordReviews {
        OfPersons(Reviews reviews) {
            super(reviews, RecordKind.PERSON);
        }
    }

    @Path("/api/v1/groups/{id}/reviews")
    static class OfGroups extends RecordReviews {
        OfGroups(Reviews reviews) {
            super(reviews, RecordKind.GROUP);
        }
    }

    @Path("/api/v1/units/{id}/reviews")
    static class OfUnits extends RecordReviews {
        OfUnits(Reviews reviews) {
            super(reviews, RecordKind.UNIT);
        }
    }

    @Path("/api/v1/organisations/{id}/reviews")
    static class OfOrganisations extends RecordReviews {
        OfOrganisations(Reviews reviews) {
            super(reviews, RecordKind.ORGANISATION);
        }
    }

    @Path("/api/v1/states/{id}/reviews")
    static class OfStates extends RecordReviews {
        OfStates(Reviews reviews) {
            super(reviews, RecordKind.STATE);
        }
    }

    @Path("/api/v1/victims/{id}/reviews")
    static class OfVictims extends RecordReviews {
        OfVictims(Reviews reviews) {
            super(reviews, RecordKind.VICTIM);
        }
    }

    @Path("/api/v1/reparation-claims/{id}/reviews")
    static class OfReparationClaims extends RecordReviews {
        OfReparationClaims(Reviews reviews) {
            super(reviews, RecordKind.REPARATION_CLAIM);
        }
    }
}
