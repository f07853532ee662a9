package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.Downloads;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Exposure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The bytes of an item as received, whole or one range of them. */
@Path("/api/v1/items/{id}/content")
@Authenticated
@RunOnVirtualThread
class ContentResource {
    private final Downloads downloads;
    private final ConditionsHeader conditions;

    ContentResource(Downloads downloads, ConditionsHeader conditions) {
        this.downloads = downloads;
        this.conditions = conditions;
    }

    @GET
    @Operation(
            summary = "The bytes as received, whole or one range",
            description = "What is marked, or is an image or video that nobody has decided about, is given to who"
                    + " acknowledges that: acknowledge=marked,unreviewed.")
    public Response get(
            @RestPath UUID id,
            @QueryParam("acknowledge") @Nullable String acknowledge,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        Set<Exposure> acknowledged = Acknowledged.read(acknowledge);
        EvidenceItem item = downloads.require(id);
        Exposure.require(Exposure.of(item), acknowledged);
        conditions.on(response, id);
        return ContentAnswer.of(
                item.version().file(),
                headers,
                response,
                () -> downloads.described(id),
                (from, length) -> downloads.open(item, from, length));
    }

    @HEAD
    @Operation(summary = "What the bytes are, without them")
    public Response head(@RestPath UUID id, @Context HttpServerResponse response) {
        EvidenceItem item = downloads.require(id);
        conditions.on(response, id);
        downloads.described(id);
        return new ContentHeaders(item.version().file()).described();
    }
}
