package org.aletheia.search.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aletheia.access.AccessGuard;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.search.RebuildProgress;
import org.aletheia.search.indexing.Rebuilds;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rebuilding the search indexes, for administrators. */
@Path("/api/v1/search/reindex")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReindexResource {
    private final AccessGuard guard;
    private final Rebuilds rebuilds;

    ReindexResource(AccessGuard guard, Rebuilds rebuilds) {
        this.guard = guard;
        this.rebuilds = rebuilds;
    }

    @POST
    @Operation(
            summary = "Rebuild the search indexes from the record",
            description = "Searches go on in the old ones until the new are complete. Joins one that is under way.")
    public Response start() {
        guard.requireAdministrator();
        rebuilds.start("requested");
        return Response.accepted(latest()).build();
    }

    @GET
    @Operation(summary = "How far the last rebuild is")
    public RebuildProgress progress() {
        guard.requireAdministrator();
        return latest();
    }

    private RebuildProgress latest() {
        return rebuilds.latest().orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }
}
