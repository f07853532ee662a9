package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.Downloads;
import org.aletheia.evidence.EvidenceItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

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
    @Operation(summary = "The bytes as received, whole or one range")
    public Response get(@RestPath UUID id, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        EvidenceItem item = downloads.require(id);
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
