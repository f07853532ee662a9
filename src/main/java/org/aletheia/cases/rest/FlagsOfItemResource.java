package org.aletheia.cases.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.cases.disclosure.DisclosureFlags;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What may help the defence. Who may call: members who inquire or decide claims, about items that they may read. */
@Path("/api/v1/items/{id}/disclosure-flags")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class FlagsOfItemResource {
    private final DisclosureFlags flags;

    FlagsOfItemResource(DisclosureFlags flags) {
        this.flags = flags;
    }

    @POST
    @Operation(summary = "Flag an item as potentially exculpatory, mitigating or affecting credibility")
    public Response raise(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, FlagBody body) {
        return Response.status(Response.Status.CREATED)
                .entity(RecordView.of(flags.raise(id, key, body, (checks, by) -> body.check(checks, id, by, flags))))
                .build();
    }

    @GET
    @Operation(summary = "The flags that one's own body has on an item")
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return flags.of(id, PageRequest.of(limit, cursor)).map(RecordView::of);
    }
}
