package org.aletheia.testimony.vault.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.testimony.vault.IdentityWrapping;
import org.aletheia.testimony.vault.custodians.Wrapping;
import org.aletheia.testimony.vault.custodians.Wrappings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was stored without custodians comes under those of a scheme. Who may call: administrators; its custodians see it. */
@Path("/api/v1/custodian-schemes/{id}/wrapping")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustodianWrappingResource {
    private static final int MAX_REASON = 2000;

    private final Wrappings wrappings;
    private final IdentityWrapping work;
    private final ChecksFactory checks;
    private final Clock clock;

    CustodianWrappingResource(Wrappings wrappings, IdentityWrapping work, ChecksFactory checks, Clock clock) {
        this.wrappings = wrappings;
        this.work = work;
        this.checks = checks;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary =
                    "Ask that identities stored without custodians come under those of this scheme; another administrator decides",
            description = "The server does it, one identity after the other, and can open none of them alone any more.")
    @APIResponse(
            responseCode = "202",
            description = "Another administrator decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response ask(@RestPath UUID id, WrappingBody body) {
        Checks found = checks.begin();
        String why = found.text("/reason", found.required("/reason", body.reason()), MAX_REASON);
        found.throwIfAny();
        return ApprovalView.accepted(wrappings.ask(id, Checks.sure(why)), clock.instant());
    }

    @GET
    @Operation(summary = "How far that is")
    public WrappingView get(@RestPath UUID id) {
        Wrapping found = wrappings.get(id);
        return new WrappingView(
                found.scheme(),
                found.since(),
                found.wrapped(),
                found.unopened(),
                found.doneAt() == null ? work.waiting() : null,
                found.doneAt());
    }

    /** @param reason in words that name nobody */
    @Schema(name = "CustodianWrappingRequest")
    record WrappingBody(@Nullable String reason) {}

    /**
     * @param wrapped how many identities came under the scheme
     * @param unopened how many did not open with the key that is to open them, and stay as they are
     * @param waiting how many open without custodians yet, erased ones among them; absent once it is done
     * @param doneAt absent before; an ended scheme's is never done
     */
    @Schema(name = "CustodianWrapping")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WrappingView(
            UUID scheme,
            Instant since,
            int wrapped,
            int unopened,
            @Nullable Long waiting,
            @Nullable Instant doneAt) {}
}
