package org.aletheia.reparations.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.aletheia.reparations.ReparationClaims;
import org.aletheia.reparations.ReparationsConfig;
import org.aletheia.reparations.claim.ReparationClaim;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Reparation claims. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/reparation-claims")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReparationClaimResource {
    private final ReparationClaims reparationClaims;
    private final ClaimRemarks remarks;
    private final Set<String> registers;

    ReparationClaimResource(ReparationClaims reparationClaims, ClaimRemarks remarks, ReparationsConfig config) {
        this.reparationClaims = reparationClaims;
        this.remarks = remarks;
        this.registers = config.registers();
    }

    @POST
    public Response create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            ReparationClaimBody body) {
        RecordVersion<ReparationClaim> made =
                reparationClaims.create(key, "reparation-claims", body, checks -> body.create(checks, registers));
        return RecordAnswers.created("reparation-claims", made, remarks.of(made.content(), language));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("claimant") @Nullable String claimant,
            @QueryParam("status") @Nullable String status,
            @QueryParam("urgency") @Nullable String urgency) {
        return reparationClaims
                .list(PageRequest.of(limit, cursor)
                        .with("claimant", claimant)
                        .with("status", status)
                        .with("urgency", urgency))
                .map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return found(reparationClaims.get(id), language);
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            ReparationClaimBody body) {
        return found(
                reparationClaims.revise(
                        id,
                        current -> ETags.requireMatch(ifMatch, current),
                        body,
                        (checks, before) -> body.revise(checks, registers, before)),
                language);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reparationClaims.history(id, PageRequest.of(limit, cursor));
    }

    private Response found(RecordVersion<ReparationClaim> claim, @Nullable String language) {
        return RecordAnswers.found(claim, remarks.of(claim.content(), language));
    }
}
