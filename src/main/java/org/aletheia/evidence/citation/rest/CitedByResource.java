package org.aletheia.evidence.citation.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where an item is cited, as far as the caller sees the records that cite it. */
@Path("/api/v1/items/{id}/cited-by")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CitedByResource {
    private final Sources sources;

    CitedByResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return sources.citing(id, PageRequest.of(limit, cursor)).map(RecordView::of);
    }
}
