package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.evidence.handling.HandlingReader;
import org.aletheia.evidence.handling.Holds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Lifting legal holds, also of items that the organisation cannot see any more. */
@Path("/api/v1/holds/{id}/release")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class HoldReleaseResource {
    private final Holds holds;
    private final HandlingReader reader;
    private final StepAnswers answers;

    HoldReleaseResource(Holds holds, HandlingReader reader, StepAnswers answers) {
        this.holds = holds;
        this.reader = reader;
        this.answers = answers;
    }

    @POST
    @Operation(summary = "Lift a legal hold of one's own organisation")
    public HoldView release(@RestPath UUID id, @Context HttpHeaders headers, JsonNode body) {
        return answers.hold(holds.release(id, reader.release(body)), headers);
    }
}
