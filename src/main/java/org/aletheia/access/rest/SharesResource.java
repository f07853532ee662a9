package org.aletheia.access.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Share;
import org.aletheia.access.ShareEnds;
import org.aletheia.access.Shares;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Records made available to other member organisations. */
@Path("/api/v1/shares")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SharesResource {
    private final Shares shares;
    private final ShareEnds ends;

    SharesResource(Shares shares, ShareEnds ends) {
        this.shares = shares;
        this.ends = ends;
    }

    @POST
    @Operation(
            summary = "Share a record of one's own organisation with another",
            description = "A submission takes its items along, also those added later.")
    public RestResponse<View> give(Request request) {
        Findings findings = new Findings();
        RecordKind kind = kind(findings, "/kind", request.kind());
        findings.require(request.record() != null, "/record", "required");
        findings.require(request.grantee() != null, "/grantee", "required");
        findings.throwIfAny();
        Share share = shares.give(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(request.record()),
                Objects.requireNonNull(request.grantee()),
                request.until());
        return ResponseBuilder.create(RestResponse.Status.CREATED, View.of(share))
                .build();
    }

    @GET
    @Operation(summary = "The standing shares of one record")
    public Page<View> list(@QueryParam("kind") @Nullable String kind, @QueryParam("record") @Nullable UUID record) {
        Findings findings = new Findings();
        RecordKind known = kind(findings, "?kind", kind);
        findings.require(record != null, "?record", "required");
        findings.throwIfAny();
        return new Page<>(
                shares.standing(Objects.requireNonNull(known), Objects.requireNonNull(record)).stream()
                        .map(View::of)
                        .toList(),
                null);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Change when a share ends by itself, and those of the records that went along with it",
            description =
                    "Absent: it does not end by itself. To give it for longer is to give it: its terms are asked again.")
    public View change(@RestPath UUID id, TermRequest request) {
        return View.of(ends.change(id, request.until()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a share, and those of the records that went along with it")
    public void end(@RestPath UUID id) {
        shares.end(id);
    }

    private static @Nullable RecordKind kind(Findings findings, String pointer, @Nullable String code) {
        String text = Texts.required(findings, pointer, code, 50);
        return text.isEmpty() ? null : findings.parse(pointer, () -> RecordKind.parse(text));
    }

    @Schema(name = "ShareRequest")
    record Request(
            @Nullable String kind,
            @Nullable UUID record,
            @Nullable UUID grantee,
            @Nullable Instant until) {}

    @Schema(name = "ShareTermRequest")
    record TermRequest(@Nullable Instant until) {}

    @Schema(name = "Share")
    record View(
            UUID id,
            String kind,
            UUID record,
            UUID owner,
            UUID grantee,
            @Nullable Instant until,
            UUID grantedBy,
            Instant grantedAt) {
        static View of(Share share) {
            return new View(
                    share.id(),
                    share.kind().code(),
                    share.record(),
                    share.owner(),
                    share.grantee(),
                    share.endsAt(),
                    share.grantedBy(),
                    share.grantedAt());
        }
    }
}
