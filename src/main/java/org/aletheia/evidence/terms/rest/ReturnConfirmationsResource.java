package org.aletheia.evidence.terms.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.evidence.terms.Returns;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Confirmations of returns. Who may call: members of the organisation that handed the submission in who may share it. */
@Path("/api/v1/submissions/{id}/returns")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReturnConfirmationsResource {
    private final Returns returns;

    ReturnConfirmationsResource(Returns returns) {
        this.returns = returns;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Confirm that an organisation gave back, or destroyed, what it had of a submission")
    public DueReturnView confirm(@RestPath UUID id, Request request) {
        Findings findings = new Findings();
        findings.require(request.organisation() != null, "/organisation", "required");
        findings.throwIfAny();
        return DueReturnView.of(returns.confirm(id, Objects.requireNonNull(request.organisation())));
    }

    @Schema(name = "ReturnConfirmation")
    record Request(@Nullable UUID organisation) {}
}
