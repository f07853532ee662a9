package org.aletheia.evidence.opinion.rest;

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
import org.aletheia.evidence.opinion.OpinionBody;
import org.aletheia.evidence.opinion.Opinions;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people hold of the authenticity of an item. Who may call: who may link to the item, or read it. */
@Path("/api/v1/items/{id}/opinions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class OpinionsResource {
    private final Opinions opinions;

    OpinionsResource(Opinions opinions) {
        this.opinions = opinions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, OpinionBody body) {
        return Response.status(Response.Status.CREATED)
                .entity(RecordView.of(opinions.give(id, key, body)))
                .build();
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return opinions.of(id, PageRequest.of(limit, cursor)).map(RecordView::of);
    }
}
