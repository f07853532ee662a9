package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aletheia.access.IdPages;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.evidence.rendition.Renditions;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What waits to be judged. Who may call: everybody; each sees what they may judge or take back. */
@Path("/api/v1/proposed-renditions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ProposedRenditionsResource {
    private final Renditions renditions;
    private final IdPages pages;

    ProposedRenditionsResource(Renditions renditions, IdPages pages) {
        this.renditions = renditions;
        this.pages = pages;
    }

    /** A page may hold fewer than asked for, or none, and another still follow. */
    @GET
    @Operation(summary = "Renditions of the caller's organisation that wait to be judged")
    public Page<RenditionView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return renditions
                .shown(pages.of("proposed renditions", limit, cursor, renditions::proposed, Rendition::id))
                .map(RenditionView::of);
    }
}
