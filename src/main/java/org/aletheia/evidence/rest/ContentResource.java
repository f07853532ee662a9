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
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.Downloads;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Exposure;
import org.aletheia.platform.http.AnswerPolicies;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The bytes of an item as received, whole or one range of them. */
@Path("/api/v1/items/{id}/content")
@Authenticated
@RunOnVirtualThread
class ContentResource {
    private final Downloads downloads;

    ContentResource(Downloads downloads) {
        this.downloads = downloads;
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
        response.putHeader("Content-Security-Policy", AnswerPolicies.CONTENT);
        ContentHeaders content = new ContentHeaders(item.version().file());
        if (content.isKnown(headers)) {
            downloads.described(item);
            return content.notModified();
        }
        try {
            Optional<ByteRange> range = content.range(headers);
            ByteRange sent = range.orElse(new ByteRange(0, content.length() - 1));
            InputStream bytes = downloads.open(item, sent.from(), sent.length());
            return content.answer(range, new ContentBody(bytes, sent.length(), response));
        } catch (ByteRange.UnsatisfiableException e) {
            downloads.described(item);
            response.putHeader("Content-Range", "bytes */" + content.length());
            throw content.unsatisfiable();
        }
    }

    @HEAD
    @Operation(summary = "What the bytes are, without them")
    public Response head(@RestPath UUID id) {
        EvidenceItem item = downloads.require(id);
        downloads.described(item);
        return new ContentHeaders(item.version().file()).described();
    }
}
