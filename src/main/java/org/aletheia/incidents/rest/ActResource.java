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
import org.aletheia.incidents.Acts;
import org.aletheia.incidents.Incidents;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single acts. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/acts")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ActResource {
    private final Acts acts;
    private final Incidents incidents;

    ActResource(Acts acts, Incidents incidents) {
        this.acts = acts;
        this.incidents = incidents;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(acts.get(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, ActBody body) {
        return RecordAnswers.found(acts.revise(
                id,
                current -> ETags.requireMatch(ifMatch, current),
                body,
                (checks, before) -> body.check(checks, before.incident(), incidents.latest(before.incident()))));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return acts.history(id, PageRequest.of(limit, cursor));
    }
}
