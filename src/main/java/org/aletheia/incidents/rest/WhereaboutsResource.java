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
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.incidents.WhereaboutsRecords;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single statements on where a missing person was, each with its sources. Who may call: see the access policy. */
@Path("/api/v1/whereabouts")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WhereaboutsResource {
    private final WhereaboutsRecords records;
    private final Sources sources;

    WhereaboutsResource(WhereaboutsRecords records, Sources sources) {
        this.records = records;
        this.sources = sources;
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return Sourced.found(records.get(id), sources);
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, WhereaboutsBody body) {
        return Sourced.found(
                records.revise(
                        id,
                        current -> ETags.requireMatch(ifMatch, current),
                        body,
                        (checks, before) -> body.check(checks, before.missingPerson())),
                sources);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return records.history(id, PageRequest.of(limit, cursor));
    }
}
