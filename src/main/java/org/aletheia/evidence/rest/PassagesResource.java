package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.rendition.Renditions;
import org.aletheia.evidence.rendition.passage.FoundPassages;
import org.aletheia.evidence.rendition.passage.Passage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** What may identify somebody in a text. Who may call: who may read the rendition. */
@Path("/api/v1/items/{id}/renditions/{rendition}/passages")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class PassagesResource {
    private final Renditions renditions;
    private final ConditionsHeader conditions;

    PassagesResource(Renditions renditions, ConditionsHeader conditions) {
        this.renditions = renditions;
        this.conditions = conditions;
    }

    @GET
    @Operation(
            summary = "Passages of a rendition's text that may identify somebody, proposed by their form",
            description = "Never all of them: who somebody is also shows in what happened to them. A person decides.")
    public View get(@RestPath UUID id, @RestPath UUID rendition, @Context HttpServerResponse response) {
        FoundPassages found = renditions.passages(id, rendition);
        conditions.on(response, id);
        return View.of(rendition, found);
    }

    /** @param complete whether the whole text was read and all that was found is here */
    @Schema(name = "Passages")
    record View(UUID rendition, boolean complete, List<Proposed> passages) {
        static View of(UUID rendition, FoundPassages found) {
            return new View(
                    rendition,
                    found.complete(),
                    found.passages().stream().map(Proposed::of).toList());
        }
    }

    /**
     * A passage.
     *
     * @param kind code of {@code passage-kind}
     * @param start in Unicode code points from the beginning of the text, a byte order mark not counted
     */
    @Schema(name = "ProposedPassage")
    record Proposed(String kind, int start, int end) {
        static Proposed of(Passage passage) {
            return new Proposed(passage.kind(), passage.start(), passage.end());
        }
    }
}
