package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.evidence.handling.HandlingReader;
import org.aletheia.evidence.handling.HoldReleases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Lifting legal holds, also of items that the organisation cannot see any more. */
@Path("/api/v1/holds/{id}/release")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class HoldReleaseResource {
    private final HoldReleases releases;
    private final HandlingReader reader;
    private final Clock clock;

    HoldReleaseResource(HoldReleases releases, HandlingReader reader, Clock clock) {
        this.releases = releases;
        this.reader = reader;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Ask that a legal hold of one's own organisation be lifted; another member decides")
    @APIResponse(
            responseCode = "202",
            description = "Another member decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response release(@RestPath UUID id, JsonNode body) {
        return ApprovalView.accepted(releases.ask(id, reader.release(body)), clock.instant());
    }
}
