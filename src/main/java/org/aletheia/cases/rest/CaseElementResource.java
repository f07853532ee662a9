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
import java.util.List;
import java.util.UUID;
import org.aletheia.cases.CaseElements;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Single elements of crimes charged. Who may call: members of the case whose role grants the intent on the kind. */
@Path("/api/v1/case-elements")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CaseElementResource {
    private final CaseElements elements;

    CaseElementResource(CaseElements elements) {
        this.elements = elements;
    }

    /** @param state to which the reviewer came, code of {@code element-state} */
    record ElementReviewBody(@Nullable String state) implements ProtectionBody {
        /** As it was. */
        @Override
        public @Nullable String classification() {
            return null;
        }

        /** As they were. */
        @Override
        public @Nullable List<String> compartments() {
            return null;
        }
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(elements.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Revise an element; its review, if any, falls away")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, CaseElementBody body) {
        return RecordAnswers.found(elements.revise(
                id,
                current -> ETags.requireMatch(ifMatch, current),
                body,
                (checks, before) -> body.revise(checks, before, elements.authors(before), elements)));
    }

    @POST
    @Path("/{id}/review")
    @Operation(summary = "Say that one came to the same state, as somebody who did not write the element")
    public Response review(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, ElementReviewBody body) {
        return RecordAnswers.found(
                elements.review(id, current -> ETags.requireMatch(ifMatch, current), body, body.state()));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return elements.history(id, PageRequest.of(limit, cursor));
    }
}
