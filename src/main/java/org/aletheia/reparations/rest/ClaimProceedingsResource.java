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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.ETags;
import org.aletheia.reparations.ClaimBatches;
import org.aletheia.reparations.ClaimBatches.Line;
import org.aletheia.reparations.Overlap;
import org.aletheia.reparations.Overlaps;
import org.aletheia.reparations.ReparationClaims;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.rules.ClaimRules;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The proceedings of reparation claims. Who may call: the side that takes the step, by the access policy; decisions,
 * computations and overlaps are for claims officers alone, and to others the claim is not there.
 */
@Path("/api/v1/reparation-claims")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ClaimProceedingsResource {
    private final ReparationClaims claims;
    private final ClaimBatches batches;
    private final Overlaps overlaps;
    private final ClaimRemarks remarks;
    private final ClaimRules rules;
    private final AnswerTexts texts = AnswerTexts.load("claim");

    ClaimProceedingsResource(
            ReparationClaims claims, ClaimBatches batches, Overlaps overlaps, ClaimRemarks remarks, ClaimRules rules) {
        this.claims = claims;
        this.batches = batches;
        this.overlaps = overlaps;
        this.remarks = remarks;
        this.rules = rules;
    }

    /** Overlaps, with what they do not mean. */
    record OverlapsView(String note, List<Overlap> overlaps) {}

    /** Takes a step. */
    @POST
    @Path("/{id}/steps")
    public Response take(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            StepBody body) {
        RecordVersion<ReparationClaim> next = claims.take(
                id,
                current -> ETags.requireMatch(ifMatch, current),
                body.known(),
                checks -> body.check(checks, rules.inForce()));
        return RecordAnswers.found(next, remarks.of(next.content(), language));
    }

    /** What would be owed; changes nothing. */
    @POST
    @Path("/{id}/computations")
    public Computation compute(@RestPath UUID id, AssessmentBody body) {
        return claims.compute(id, body::check);
    }

    /** Other claims that speak of the same. */
    @GET
    @Path("/{id}/overlaps")
    public OverlapsView overlaps(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return new OverlapsView(texts.text(AnswerTexts.language(language), "overlap.note"), overlaps.of(id));
    }

    /** Decides many claims; the same batch put again decides nothing twice. */
    @PUT
    @Path("/decision-batches/{batch}")
    public BatchView decide(@RestPath UUID batch, BatchBody body) {
        List<Line> lines = body.lines(batch);
        boolean all = Boolean.TRUE.equals(body.allOrNothing());
        return BatchView.of(batch, all ? batches.all(batch, lines) : batches.each(batch, lines));
    }

    /** The ledger with its balances, as after {@link #deliver}. */
    @GET
    @Path("/{id}/deliveries")
    public LedgerView deliveries(@RestPath UUID id) {
        return LedgerView.of(claims.get(id).content().proceedings());
    }

    /** Adds an entry to the ledger. */
    @POST
    @Path("/{id}/deliveries")
    public Response deliver(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, DeliveryBody body) {
        RecordVersion<ReparationClaim> next =
                claims.deliver(id, current -> ETags.requireMatch(ifMatch, current), body.known(), body::check);
        return Response.ok(LedgerView.of(next.content().proceedings()))
                .header(HttpHeaders.ETAG, ETags.of(next.revision()))
                .build();
    }
}
