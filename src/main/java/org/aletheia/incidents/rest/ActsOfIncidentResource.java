package org.aletheia.incidents.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords.Whole;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.incidents.Acts;
import org.aletheia.incidents.Incidents;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The acts within an incident. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/incidents/{parent}/acts")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ActsOfIncidentResource {
    private final Acts acts;
    private final Incidents incidents;
    private final RecordDirectory directory;

    ActsOfIncidentResource(Acts acts, Incidents incidents, RecordDirectory directory) {
        this.acts = acts;
        this.incidents = incidents;
        this.directory = directory;
    }

    @POST
    public Response create(@RestPath UUID parent, @HeaderParam(Idempotency.HEADER) @Nullable String key, ActBody body) {
        directory.require(AccessIntent.READ, RecordKind.INCIDENT, parent);
        return RecordAnswers.created(
                "acts",
                acts.create(
                        key,
                        "acts/" + parent,
                        new Whole(RecordKind.INCIDENT, parent),
                        body,
                        checks -> body.check(checks, parent, incidents.latest(parent))));
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        directory.require(AccessIntent.READ, RecordKind.INCIDENT, parent);
        return acts.list(PageRequest.of(limit, cursor).with("incident", parent.toString()))
                .map(RecordView::of);
    }
}
