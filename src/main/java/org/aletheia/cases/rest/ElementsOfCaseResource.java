package org.aletheia.cases.rest;

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
import org.aletheia.cases.CaseElements;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The element matrix of a case. Who may call: its members whose role grants the intent on the kind. */
@Path("/api/v1/case-files/{parent}/elements")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ElementsOfCaseResource {
    private final CaseElements elements;

    ElementsOfCaseResource(CaseElements elements) {
        this.elements = elements;
    }

    @POST
    public Response create(
            @RestPath UUID parent, @HeaderParam(Idempotency.HEADER) @Nullable String key, CaseElementBody body) {
        return RecordAnswers.created(
                "case-elements",
                elements.add(
                        parent,
                        key,
                        body,
                        (checks, of, author) -> body.create(checks, of.id(), of.content(), author, elements)));
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("charge") @Nullable String charge) {
        return elements.of(parent, PageRequest.of(limit, cursor).with("charge", charge))
                .map(RecordView::of);
    }
}
