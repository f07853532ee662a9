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
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.incidents.Involvements;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who is alleged to be involved in an act. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/acts/{parent}/involvements")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InvolvementsOfActResource {
    private final Involvements involvements;
    private final Sources sources;
    private final RecordDirectory directory;
    private final AccessGuard guard;

    InvolvementsOfActResource(
            Involvements involvements, Sources sources, RecordDirectory directory, AccessGuard guard) {
        this.involvements = involvements;
        this.sources = sources;
        this.directory = directory;
        this.guard = guard;
    }

    @POST
    public Response create(
            @RestPath UUID parent, @HeaderParam(Idempotency.HEADER) @Nullable String key, AllegationBody body) {
        directory.require(AccessIntent.READ, RecordKind.ACT, parent);
        UUID member = guard.principal().member();
        return Sourced.created(
                "involvements",
                involvements.allege(key, parent, body, checks -> body.check(checks, parent, member)),
                sources);
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        directory.require(AccessIntent.READ, RecordKind.ACT, parent);
        return Sourced.page(involvements.list(PageRequest.of(limit, cursor).with("act", parent.toString())), sources);
    }
}
