package org.aletheia.testimony.consent.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.http.ETags;
import org.aletheia.testimony.consent.BodyPromise;
import org.aletheia.testimony.consent.BodyPromiseBody;
import org.aletheia.testimony.consent.BodyPromises;
import org.aletheia.testimony.consent.BodyPromises.Stated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What bodies are, and what they can honour of consents. Who may call: every member reads, administrators write. */
@Path("/api/v1/member-organisations/{id}/consent-promise")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class BodyPromiseResource {
    private final BodyPromises promises;

    BodyPromiseResource(BodyPromises promises) {
        this.promises = promises;
    }

    @GET
    @Operation(summary = "What a body is where consents speak of bodies, and what it can honour of them")
    public RestResponse<View> get(@RestPath UUID id) {
        return answer(promises.get(id));
    }

    @PUT
    public RestResponse<View> declare(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, BodyPromiseBody body) {
        return answer(promises.declare(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    private static RestResponse<View> answer(Stated stated) {
        return ResponseBuilder.ok(View.of(stated))
                .header(HttpHeaders.ETAG, ETags.of(stated.revision()))
                .build();
    }

    /**
     * What a body declared.
     *
     * @param promises where they differ from the list, by scope
     * @param revision 0 where nobody has declared anything
     */
    @Schema(name = "ConsentPromise")
    record View(
            UUID organisation,
            String type,
            @Nullable String country,
            @Nullable String contact,
            Map<String, String> promises,
            int revision) {
        static View of(Stated stated) {
            BodyPromise said = stated.promise();
            return new View(
                    said.organisation(),
                    said.type(),
                    said.country() == null ? null : said.country().value(),
                    said.contact(),
                    said.promises(),
                    stated.revision());
        }
    }
}
