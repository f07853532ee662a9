package org.aletheia.testimony.vault.erasure.rest;

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
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.vault.erasure.ErasureBody;
import org.aletheia.testimony.vault.erasure.ErasureDecisionBody;
import org.aletheia.testimony.vault.erasure.IdentityErasure;
import org.aletheia.testimony.vault.erasure.IdentityErasures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Erasures of identities. Who may call: members who may dispose of the person's record; one asks and another decides. */
@Path("/api/v1/identity-erasures")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {
    private final IdentityErasures erasures;
    private final ChecksFactory checks;

    ErasureResource(IdentityErasures erasures, ChecksFactory checks) {
        this.erasures = erasures;
        this.checks = checks;
    }

    @POST
    @Operation(summary = "Ask that nobody can know any more who somebody is; refused with all that stands against it")
    public Response request(@HeaderParam(Idempotency.HEADER) @Nullable String key, ErasureBody body) {
        RecordVersion<IdentityErasure> made = erasures.request(key, body);
        return RecordAnswers.created("identity-erasures", made, erasures.standing(made));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return erasures.list(PageRequest.of(limit, cursor))
                .map(found -> RecordView.of(found, erasures.standing(found)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return found(erasures.get(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Operation(summary = "Approve, refuse or withdraw; with an approval the person's key is destroyed")
    public Response decide(@RestPath UUID id, ErasureDecisionBody body) {
        return found(erasures.decide(id, body.check(checks.begin())));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return erasures.history(id, PageRequest.of(limit, cursor));
    }

    private Response found(RecordVersion<IdentityErasure> erasure) {
        return RecordAnswers.found(erasure, erasures.standing(erasure));
    }
}
