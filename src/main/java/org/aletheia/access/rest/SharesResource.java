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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Share;
import org.aletheia.access.ShareEnds;
import org.aletheia.access.SharePurposes;
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
    private final SharePurposes limits;

    SharesResource(Shares shares, ShareEnds ends, SharePurposes limits) {
        this.shares = shares;
        this.ends = ends;
        this.limits = limits;
    }

    @POST
    @Operation(
            summary = "Share a record of one's own organisation with another",
            description =
                    "A submission takes its items along, also those added later. Where purposes are named, it is there"
                            + " only for who declares one of them (Aletheia-Purpose).")
    public RestResponse<View> give(Request request) {
        Findings findings = new Findings();
        RecordKind kind = kind(findings, "/kind", request.kind());
        findings.require(request.record() != null, "/record", "required");
        findings.require(request.grantee() != null, "/grantee", "required");
        Set<Purpose> purposes = request.purposes() == null ? Set.of() : purposes(findings, request.purposes());
        findings.throwIfAny();
        Share share = shares.give(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(request.record()),
                Objects.requireNonNull(request.grantee()),
                purposes,
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

    @PUT
    @Path("/{id}/purposes")
    @Operation(
            summary = "Take purposes from a share, and from those of the records that went along with it",
            description = "Named are those that are left. For more than it was given for, end it and give it anew.")
    public View narrow(@RestPath UUID id, PurposesRequest request) {
        Findings findings = new Findings();
        Set<Purpose> left = purposes(findings, request.purposes() == null ? List.of() : request.purposes());
        findings.throwIfAny();
        return View.of(limits.narrow(id, left));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a share, and those of the records that went along with it")
    public void end(@RestPath UUID id) {
        shares.end(id);
    }

    private static Set<Purpose> purposes(Findings findings, List<String> codes) {
        findings.require(!codes.isEmpty(), "/purposes", "required");
        Set<Purpose> found = EnumSet.noneOf(Purpose.class);
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            Purpose purpose = findings.parse("/purposes/" + i, () -> Purpose.parse(code));
            if (purpose != null) {
                found.add(purpose);
            }
        }
        return found;
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
            @Nullable List<String> purposes,
            @Nullable Instant until) {}

    @Schema(name = "SharePurposesRequest")
    record PurposesRequest(@Nullable List<String> purposes) {}

    @Schema(name = "ShareTermRequest")
    record TermRequest(@Nullable Instant until) {}

    @Schema(name = "Share")
    record View(
            UUID id,
            String kind,
            UUID record,
            UUID owner,
            UUID grantee,
            @Nullable List<String> purposes,
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
                    share.purposes().isEmpty() ? null : share.purposeCodes(),
                    share.endsAt(),
                    share.grantedBy(),
                    share.grantedAt());
        }
    }
}
