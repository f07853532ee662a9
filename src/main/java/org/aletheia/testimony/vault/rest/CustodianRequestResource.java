package org.aletheia.testimony.vault.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.vault.CustodianPart;
import org.aletheia.testimony.vault.CustodianShares;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.RevealState;
import org.aletheia.testimony.vault.ShareGiven;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Requests for identities, as custodians see them. Who may call: the custodians of the scheme, each about their own share. */
@Path("/api/v1/custodian-requests")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustodianRequestResource {
    private final CustodianShares shares;
    private final ChecksFactory checks;
    private final Clock clock;

    CustodianRequestResource(CustodianShares shares, ChecksFactory checks, Clock clock) {
        this.shares = shares;
        this.checks = checks;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Requests for identities that need a share of the caller's, and can be seen still")
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<CallView> page = shares.list(limit, cursor).map(this::view);
        return unstored(page);
    }

    @GET
    @Path("/{reveal}")
    @Operation(
            summary = "One, with the caller's share, sealed to them",
            description = "For aletheia-verify.jar custodian-share, on a machine of the custodian's own.")
    public Response get(@RestPath UUID reveal) {
        CustodianShares.Call call = shares.get(reveal);
        CustodianPart part = shares.part(call);
        Reveal.Guarded guarded = call.guarded();
        return unstored(new SealedCallView(
                view(call),
                new SealedView(
                        reveal,
                        guarded.split(),
                        part.number(),
                        StrictBase64.encode(part.sealed()),
                        part.commitment().toString(),
                        StrictBase64.encode(guarded.publicKey()))));
    }

    @PUT
    @Path("/{reveal}/share")
    @Operation(summary = "Give one's share for this request, sealed to its key; again in the place of a wrong one")
    public Response give(@RestPath UUID reveal, ShareBody body) {
        Checks found = checks.begin();
        byte[] sealed = Base64Field.read("/share", body.share(), found);
        found.throwIfAny();
        return unstored(view(shares.give(reveal, sealed)));
    }

    private CallView view(CustodianShares.Call call) {
        return CallView.of(call, clock.instant());
    }

    private static Response unstored(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** @param share sealed to the key of the request, in base64 */
    @Schema(name = "CustodianShareRequest")
    record ShareBody(@Nullable String share) {}

    /** What a custodian did for a request; public, since else the description is made without its codes. */
    @Schema(name = "CustodianShareState")
    public enum ShareState {
        WAITING,
        GIVEN,
        WRONG;

        static ShareState of(@Nullable ShareGiven given) {
            return given == null ? WAITING : given.counts() ? GIVEN : WRONG;
        }

        /** The kebab-case code. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A request; of whom it is about it says nothing.
     *
     * @param ownerOrganisation which approves
     * @param fingerprint of the key of the request, to be compared with whoever asked before anything is given
     * @param share what the caller did; {@code wrong}: what was given is not their share, and another can be given
     */
    @Schema(name = "CustodianRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallView(
            UUID reveal,
            UUID scheme,
            UUID requester,
            UUID requesterOrganisation,
            UUID ownerOrganisation,
            String purpose,
            Instant requestedAt,
            RevealState state,
            String fingerprint,
            ShareState share) {
        static CallView of(CustodianShares.Call call, Instant now) {
            Reveal reveal = call.reveal();
            return new CallView(
                    reveal.id(),
                    call.guarded().scheme(),
                    reveal.requester(),
                    reveal.requesterOrg(),
                    reveal.ownerOrg(),
                    reveal.purpose(),
                    reveal.requestedAt(),
                    reveal.stateAt(now),
                    Digest.sha256(call.guarded().publicKey()).toString(),
                    ShareState.of(call.given()));
        }
    }

    /**
     * What the custodian's program needs.
     *
     * @param part the share, sealed to the custodian
     * @param commitment by which it is known to be right
     * @param revealKey to which it is to be sealed
     */
    @Schema(name = "CustodianSealedShare")
    record SealedView(UUID reveal, UUID split, int number, String part, String commitment, String revealKey) {}

    @Schema(name = "CustodianRequestWithShare")
    record SealedCallView(CallView request, SealedView sealed) {}
}
