package org.aletheia.cases.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.cases.disclosure.DisclosureRegister;
import org.aletheia.cases.disclosure.RegisterEntry;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** All that a body holds, by number. Who may call: its disclosure officers; to others there is no such thing. */
@Path("/api/v1/disclosure-register")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class DisclosureRegisterResource {
    private final DisclosureRegister register;

    DisclosureRegisterResource(DisclosureRegister register) {
        this.register = register;
    }

    @GET
    @Operation(
            summary =
                    "Number, day of receipt, kind of provider and ground of restriction of every item that one's body holds")
    public Page<RegisterEntry> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return register.list(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The same of one item")
    public RegisterEntry get(@RestPath UUID id) {
        return register.get(id);
    }
}
