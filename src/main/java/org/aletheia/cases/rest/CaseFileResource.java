package org.aletheia.cases.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.aletheia.cases.CaseElements;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.CaseFiles;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Case files. Who may call: their members, and the disclosure officer of their organisation to read. */
@Path("/api/v1/case-files")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CaseFileResource {
    /** What a charge says is an allegation. */
    private static final Map<String, Object> ALLEGED = Map.of("alleged", true);

    private final CaseFiles files;
    private final CaseElements elements;

    CaseFileResource(CaseFiles files, CaseElements elements) {
        this.files = files;
        this.elements = elements;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CaseFileBody body) {
        return RecordAnswers.created(
                "case-files", files.create(key, "case-files", body, checks -> body.create(checks, files)), ALLEGED);
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return files.list(PageRequest.of(limit, cursor)).map(version -> RecordView.of(version, ALLEGED));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(files.get(id), ALLEGED);
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, CaseFileBody body) {
        return RecordAnswers.found(
                files.revise(
                        id,
                        current -> ETags.requireMatch(ifMatch, current),
                        body,
                        (checks, before) -> revised(id, checks, before, body)),
                ALLEGED);
    }

    private CaseFile revised(UUID id, Checks checks, CaseFile before, CaseFileBody body) {
        body.removed(before).stream()
                .filter(charge -> elements.haveCharge(id, charge))
                .forEach(charge ->
                        checks.findings().add("/charges", "charge-in-use", Map.of("charge", charge.toString())));
        return body.revise(checks, before, files);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return files.history(id, PageRequest.of(limit, cursor));
    }
}
