package org.aletheia.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.Freezes;
import org.aletheia.access.OrganisationInDanger;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Organisations in danger. Who may call: to freeze, administrators and protection officers of the organisation and its
 * guardian; to name the guardian, these officers; to unfreeze, outsiders.
 */
@Path("/api/v1/member-organisations/{organisation}")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class FreezesResource {
    private final Freezes freezes;
    private final Clock clock;

    FreezesResource(Freezes freezes, Clock clock) {
        this.freezes = freezes;
        this.clock = clock;
    }

    @GET
    @Path("/freeze")
    @Operation(summary = "Whether an organisation is frozen and who its guardian is, for those who may change it")
    public View get(@RestPath UUID organisation) {
        return View.of(freezes.get(organisation));
    }

    @PUT
    @Path("/guardian")
    @Operation(summary = "Name a member of another organisation who may freeze one's own")
    public View nameGuardian(@RestPath UUID organisation, GuardianRequest request) {
        return View.of(freezes.nameGuardian(organisation, request.member()));
    }

    @POST
    @Path("/freeze")
    @Operation(
            summary = "Freeze an organisation in danger",
            description = "Its members are answered nothing but /me, and nothing it shared is seen by others.")
    public View freeze(@RestPath UUID organisation, ReasonRequest request) {
        return View.of(freezes.freeze(organisation, request.read()));
    }

    @POST
    @Path("/unfreeze")
    @Operation(summary = "Ask, as an outsider, that a frozen organisation be opened; another outsider decides")
    @APIResponse(
            responseCode = "202",
            description = "Another outsider decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response unfreeze(@RestPath UUID organisation, ReasonRequest request) {
        return ApprovalView.accepted(freezes.askUnfreezing(organisation, request.read()), clock.instant());
    }

    /** @param member of another organisation; null: nobody any more */
    @Schema(name = "GuardianRequest")
    record GuardianRequest(@Nullable UUID member) {}

    /** @param reason in words that name nobody */
    @Schema(name = "FreezeReason")
    record ReasonRequest(@Nullable String reason) {
        String read() {
            Findings findings = new Findings();
            String words = Texts.required(findings, "/reason", reason, Texts.MAX_REASON);
            findings.throwIfAny();
            return words;
        }
    }

    /** @param frozenAt absent while it is not frozen */
    @Schema(name = "OrganisationInDanger")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID organisation,
            @Nullable UUID guardian,
            boolean frozen,
            @Nullable Instant frozenAt,
            @Nullable UUID frozenBy,
            @Nullable String reason) {
        static View of(OrganisationInDanger from) {
            return new View(
                    from.organisation(),
                    from.guardian(),
                    from.frozenAt() != null,
                    from.frozenAt(),
                    from.frozenBy(),
                    from.reason());
        }
    }
}
