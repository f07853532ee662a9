package org.aletheia.incidents.rest;

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
import org.aletheia.incidents.IncidentLinks;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single links between incidents. Who may call: members of the author's organisation whose role grants the intent. */
@Path("/api/v1/incident-links")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class IncidentLinkResource {
    private final IncidentLinks links;

    IncidentLinkResource(IncidentLinks links) {
        this.links = links;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(links.get(id));
    }

    /** Withdraws a link, or says it again; the ends never change. */
    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            IncidentLinkChangeBody body) {
        boolean gone = Boolean.TRUE.equals(body.withdrawn());
        return RecordAnswers.found(links.withdraw(id, current -> ETags.requireMatch(ifMatch, current), body, gone));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return links.history(id, PageRequest.of(limit, cursor));
    }
}
