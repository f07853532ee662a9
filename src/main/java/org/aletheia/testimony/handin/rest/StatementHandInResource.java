package org.aletheia.testimony.handin.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aletheia.evidence.HandIn;
import org.aletheia.evidence.rest.HandInView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.testimony.handin.StatementHandIn;
import org.aletheia.testimony.handin.StatementHandInBody;
import org.aletheia.testimony.handin.StatementHandIns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Statements for another organisation. Who may call: those who make statements, victims and consents of their own organisation. */
@Path("/api/v1/handed-in/statements")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StatementHandInResource {
    private final StatementHandIns handIns;

    StatementHandInResource(StatementHandIns handIns) {
        this.handIns = handIns;
    }

    @POST
    @Operation(
            summary =
                    "Hand in a statement, with the consent given with it, for an organisation that lets the caller's do so",
            description =
                    "It owns both, and the person whom the server makes of who gave it, under a new pseudonym; the answer"
                            + " is their receipts. The statement refers to no other record, and there is no place for a name.")
    @APIResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response handIn(@HeaderParam(Idempotency.HEADER) @Nullable String key, StatementHandInBody body) {
        StatementHandIn made = handIns.handIn(key, body);
        return Response.created(HandInView.address(made.statement().id()))
                .entity(View.of(made))
                .build();
    }

    /** @param consent absent where none was given with the statement */
    @Schema(name = "StatementHandIn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            HandInView statement,
            HandInView person,
            @Nullable HandInView consent) {
        static View of(StatementHandIn from) {
            HandIn consent = from.consent();
            return new View(
                    HandInView.of(from.statement(), Optional.empty()),
                    HandInView.of(from.person(), Optional.empty()),
                    consent == null ? null : HandInView.of(consent, Optional.empty()));
        }
    }
}
