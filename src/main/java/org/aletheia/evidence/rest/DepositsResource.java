package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.aletheia.evidence.Deposits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Places for bytes that are expected; each is seen by its depositor only. */
@Path("/api/v1/deposits/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class DepositsResource {
    private final Deposits deposits;
    private final ItemAnswers answers;

    DepositsResource(Deposits deposits, ItemAnswers answers) {
        this.deposits = deposits;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "A deposit, for its depositor")
    public DepositView get(@RestPath UUID id) {
        return DepositView.of(deposits.get(id));
    }

    /** The bytes, as they are; of any media type. */
    @PUT
    @Path("/content")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Send the bytes; the deposit becomes an item")
    public Response put(@RestPath UUID id, @Context HttpHeaders headers, InputStream body) {
        try {
            return answers.received(deposits.fill(id, UploadHeaders.file(headers, body)), headers);
        } catch (IOException e) {
            throw Interrupted.problem(e);
        }
    }
}
