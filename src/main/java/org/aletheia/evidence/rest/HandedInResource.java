package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.IdPages;
import org.aletheia.evidence.HandIn;
import org.aletheia.evidence.HandIns;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What one's organisation handed in for others. Who may call: those who list what their organisation hands in. */
@Path("/api/v1/handed-in")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class HandedInResource {
    private final HandIns handIns;
    private final IdPages pages;

    HandedInResource(HandIns handIns, IdPages pages) {
        this.handIns = handIns;
        this.pages = pages;
    }

    @GET
    @Operation(
            summary = "Receipts of what the caller's organisation handed in for others, in order of its making",
            description = "They say what was received, and when; not what became of it.")
    public Page<HandInView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.of("handed-in", limit, cursor, handIns::list, HandIn::id)
                .map(found -> HandInView.of(found, Optional.empty()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of them, by the id of the record")
    public HandInView get(@RestPath UUID id) {
        return HandInView.of(handIns.get(id), Optional.empty());
    }
}
