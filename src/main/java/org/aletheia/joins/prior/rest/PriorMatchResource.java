package org.aletheia.joins.prior.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.joins.prior.PriorMatch;
import org.aletheia.joins.prior.PriorQuestions;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What contact desks learn. Who may call: protection officers, of their own organisation. */
@Path("/api/v1/prior-interview-matches")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class PriorMatchResource {
    private final PriorQuestions questions;

    PriorMatchResource(PriorQuestions questions) {
        this.questions = questions;
    }

    /**
     * A match.
     *
     * @param about the own record
     * @param organisation whose contact desk has learned the same of a record of theirs
     */
    @Schema(name = "PriorInterviewMatch")
    record View(UUID id, Subject about, UUID organisation, Instant foundAt) {
        @Schema(name = "PriorInterviewSubject")
        record Subject(String kind, UUID id) {}

        static View of(PriorMatch match) {
            return new View(
                    match.id(),
                    new Subject(match.subject().kind().code(), match.subject().id()),
                    match.otherOrganisation(),
                    match.foundAt());
        }
    }

    @GET
    @Operation(summary = "Own records that may be somebody whom another organisation knows; who not is never told")
    public Page<View> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return questions.matches(PageRequest.of(limit, cursor)).map(View::of);
    }
}
