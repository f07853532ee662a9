package org.aletheia.evidence.citation.rest;

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
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.SourceBody;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.citation.Sourcing;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The sources of the records of one kind. Who may call: see the access policy. */
abstract class RecordSources {
    private final Sources sources;
    private final Sourcing sourcing;
    private final RecordKind kind;

    RecordSources(Sources sources, Sourcing sourcing, RecordKind kind) {
        this.sources = sources;
        this.sourcing = sourcing;
        this.kind = kind;
    }

    @POST
    @Authenticated
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response cite(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, SourceBody body) {
        return Response.status(Response.Status.CREATED)
                .entity(RecordView.of(sources.cite(kind, id, key, body, body::check)))
                .build();
    }

    @GET
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return sources.of(kind, id, PageRequest.of(limit, cursor)).map(RecordView::of);
    }

    /** What supports each attribute, and which attributes are unsourced. */
    @GET
    @Path("/attributes")
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public Sourcing.Sheet attributes(@RestPath UUID id) {
        return sourcing.of(kind, id);
    }
}
