package org.aletheia.testimony.interest.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.interest.ProtectionInterestBody;
import org.aletheia.testimony.interest.ProtectionInterests;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Protection interests by themselves. Who may call: as for those of an item. */
@Path("/api/v1/protection-interests")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InterestResource {
    private final ProtectionInterests interests;

    InterestResource(ProtectionInterests interests) {
        this.interests = interests;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(interests.get(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ProtectionInterestBody body) {
        return RecordAnswers.found(interests.revise(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return interests.history(id, PageRequest.of(limit, cursor));
    }
}
