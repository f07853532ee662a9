package org.aletheia.testimony.vault.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.vault.UrgentReveal;
import org.aletheia.testimony.vault.UrgentRevealState;
import org.aletheia.testimony.vault.UrgentReveals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Out of the vault at once, to save a life. Who may call: members whose role may read identities; another one of the owner
 * reviews within a day.
 */
@Path("/api/v1/urgent-reveals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class UrgentRevealResource {
    private static final int MAX_REMARK = 2000;

    private final UrgentReveals reveals;
    private final ChecksFactory checks;
    private final Clock clock;

    UrgentRevealResource(UrgentReveals reveals, ChecksFactory checks, Clock clock) {
        this.reveals = reveals;
        this.checks = checks;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "See an identity at once, alone, to save a life",
            description = "Raises an alarm; another member of the organisation that owns the record reviews it.")
    public Response reveal(UrgentRevealBody body) {
        UrgentRevealBody.Asked asked = body.check(checks.begin());
        UrgentReveals.Shown shown = reveals.reveal(asked.subject(), asked.reason());
        return unstored(
                Response.created(URI.create(
                                "/api/v1/urgent-reveals/" + shown.reveal().id()))
                        .header(
                                RevealResource.WATERMARK,
                                shown.shown().watermark().text()),
                new Shown(view(shown.reveal()), RecordCodec.encode(shown.shown().identity())));
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<View> page = reveals.list(limit, cursor).map(this::view);
        return unstored(Response.ok(), page);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return unstored(Response.ok(), view(reveals.get(id)));
    }

    @POST
    @Path("/{id}/review")
    @Operation(summary = "Say, as another member, whether it was right")
    public Response review(@RestPath UUID id, ReviewBody body) {
        Checks found = checks.begin();
        Boolean right = found.required("/justified", body.justified());
        String words = found.text("/remark", body.remark(), MAX_REMARK);
        found.findings().require(!Boolean.FALSE.equals(right) || body.remark() != null, "/remark", "required");
        found.throwIfAny();
        return unstored(Response.ok(), view(reveals.review(id, Checks.sure(right), words)));
    }

    private View view(UrgentReveal reveal) {
        return View.of(reveal, reveals.reason(reveal), reveals.remark(reveal), clock.instant());
    }

    private static Response unstored(Response.ResponseBuilder response, Object entity) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(entity)
                .build();
    }

    /**
     * @param justified whether it was right
     * @param remark in words; sealed; required where it was not
     */
    @Schema(name = "UrgentRevealReview")
    record ReviewBody(@Nullable Boolean justified, @Nullable String remark) {}

    /** The only answer that has the identity. */
    record Shown(View reveal, Map<String, Object> identity) {}

    /** @param reviewBy until when another has to look */
    @Schema(name = "UrgentReveal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            RevealView.SubjectView subject,
            UUID member,
            String reason,
            Instant revealedAt,
            Instant reviewBy,
            UrgentRevealState state,
            @Nullable UUID reviewer,
            @Nullable Instant reviewedAt,
            @Nullable Boolean justified,
            @Nullable String remark) {
        static View of(UrgentReveal reveal, String reason, @Nullable String remark, Instant now) {
            UrgentReveal.Review review = reveal.review();
            return new View(
                    reveal.id(),
                    new RevealView.SubjectView(
                            reveal.subject().kind().code(), reveal.subject().id()),
                    reveal.member(),
                    reason,
                    reveal.revealedAt(),
                    reveal.reviewBy(),
                    reveal.stateAt(now),
                    review == null ? null : review.by(),
                    review == null ? null : review.at(),
                    review == null ? null : review.justified(),
                    remark);
        }
    }
}
