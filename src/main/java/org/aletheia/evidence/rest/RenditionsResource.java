package org.aletheia.evidence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.IdPages;
import org.aletheia.evidence.Downloads;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Exposure;
import org.aletheia.evidence.rendition.ReceivedRendition;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.evidence.rendition.RenditionDraft;
import org.aletheia.evidence.rendition.RenditionDrafts;
import org.aletheia.evidence.rendition.Renditions;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The renditions of an item. Who may call: who may link to an item of their own organisation lays them down; who may read its
 * content, or judges renditions, reads them; those judge them who supervise in that organisation.
 */
@Path("/api/v1/items/{id}/renditions")
@Authenticated
@RunOnVirtualThread
class RenditionsResource {
    private final Renditions renditions;
    private final RenditionDrafts drafts;
    private final Downloads downloads;
    private final ConditionsHeader conditions;
    private final IdPages pages;

    RenditionsResource(
            Renditions renditions,
            RenditionDrafts drafts,
            Downloads downloads,
            ConditionsHeader conditions,
            IdPages pages) {
        this.renditions = renditions;
        this.drafts = drafts;
        this.downloads = downloads;
        this.conditions = conditions;
        this.pages = pages;
    }

    /** 201 for a new one; 200 for the one that the same bytes had become before. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lay down a rendition in one call: part metadata (JSON), then part file")
    public Response receive(@RestPath UUID id, @Context HttpHeaders headers, InputStream body) {
        EvidenceItem item = renditions.requireMaking(id);
        return ItemForm.read(headers, body, form -> {
            RenditionDraft draft = drafts.rendition(form.metadata(), renditions.sources(item));
            ReceivedRendition received = renditions.receive(item, draft, form.file());
            URI address = URI.create("/api/v1/items/" + id + "/renditions/"
                    + received.rendition().id());
            Response.ResponseBuilder answer =
                    received.fresh() ? Response.created(address) : Response.ok().contentLocation(address);
            return answer.entity(RenditionView.of(received.rendition())).build();
        });
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The renditions of an item, the first one first")
    public Page<RenditionView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return pages.of(
                        "renditions\n" + id,
                        limit,
                        cursor,
                        (after, most) -> renditions.of(id, after, most),
                        Rendition::id)
                .map(RenditionView::of);
    }

    @GET
    @Path("/{rendition}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One rendition of an item")
    public RenditionView get(@RestPath UUID id, @RestPath UUID rendition) {
        return RenditionView.of(renditions.get(id, rendition));
    }

    /** Judges it, as a second person; or takes it back, with a reason. */
    @POST
    @Path("/{rendition}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Approve a rendition as free of identifying passages, refuse or withdraw it",
            description = "approved and refused by another member than its maker; refused and withdrawn with a reason")
    public RenditionView decide(
            @RestPath UUID id, @RestPath UUID rendition, JsonNode body, @Context HttpServerResponse response) {
        renditions.requireDeciding(id);
        Rendition decided = renditions.decide(id, rendition, drafts.decision(body));
        conditions.on(response, id);
        return RenditionView.of(decided);
    }

    @GET
    @Path("/{rendition}/content")
    @Operation(
            summary = "The bytes of a rendition, whole or one range",
            description =
                    "An image or video of an item that is marked or undecided is given to who acknowledges that, as the"
                            + " item's own bytes are.")
    public Response content(
            @RestPath UUID id,
            @RestPath UUID rendition,
            @QueryParam("acknowledge") @Nullable String acknowledge,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        Set<Exposure> acknowledged = Acknowledged.read(acknowledge);
        Rendition found = renditions.requireContent(id, rendition);
        Exposure.require(renditions.exposure(found), acknowledged);
        conditions.on(response, id);
        return ContentAnswer.of(
                found.file(),
                headers,
                response,
                () -> downloads.described(id),
                (from, length) -> renditions.open(found, from, length));
    }

    @HEAD
    @Path("/{rendition}/content")
    @Operation(summary = "What the bytes of a rendition are, without them")
    public Response head(@RestPath UUID id, @RestPath UUID rendition, @Context HttpServerResponse response) {
        Rendition found = renditions.requireContent(id, rendition);
        conditions.on(response, id);
        downloads.described(id);
        return new ContentHeaders(found.file()).described();
    }
}
