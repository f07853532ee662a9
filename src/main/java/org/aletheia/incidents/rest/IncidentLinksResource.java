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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.incidents.IncidentLinks;
import org.aletheia.incidents.Relations;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The chains that an incident is in. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/incidents/{id}/links")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class IncidentLinksResource {
    private final IncidentLinks links;
    private final Relations relations;

    IncidentLinksResource(IncidentLinks links, Relations relations) {
        this.links = links;
        this.relations = relations;
    }

    /** Links this incident to another; a cycle that this closes is told, not refused. */
    @POST
    public Response create(
            @RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, IncidentLinkBody body) {
        RecordVersion<IncidentLink> made = links.link(id, key, body, checks -> body.check(checks, relations, id));
        Map<String, Object> remarks = Map.of("seen", seen(made.content(), id), "cycles", cyclesOf(id));
        return RecordAnswers.created("incident-links", made, remarks);
    }

    /** The links that stand, from whichever end they were said; {@code seen} is the relation read from this incident. */
    @GET
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return links.of(id, PageRequest.of(limit, cursor))
                .map(found -> RecordView.of(found, Map.of("seen", seen(found.content(), id))));
    }

    /** Where chains lead from this incident back to itself. */
    @GET
    @Path("/cycles")
    public List<Cycle> cycles(@RestPath UUID id) {
        return cyclesOf(id);
    }

    /**
     * A shortest way back.
     *
     * @param incidents in the order of the relation; the first and the last are the same
     */
    record Cycle(String relation, List<UUID> incidents) {}

    /**
     * A link read from one end.
     *
     * @param relation what the incident that is asked about is to the other
     */
    record Seen(String relation, UUID incident) {}

    private List<Cycle> cyclesOf(UUID id) {
        return links.cycles(id).entrySet().stream()
                .map(found -> new Cycle(found.getKey(), found.getValue()))
                .toList();
    }

    private Seen seen(IncidentLink link, UUID id) {
        return new Seen(link.relationFrom(id, relations), link.otherThan(id));
    }
}
