package org.aletheia.testimony.consent.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.consent.NoticeAnswerBody;
import org.aletheia.testimony.consent.WithdrawalNotices;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Withdrawal notices. Who may call: members of the body that tells and of the one that is told, which alone answers. */
@Path("/api/v1/withdrawal-notices")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class NoticeResource {
    private final WithdrawalNotices notices;

    NoticeResource(WithdrawalNotices notices) {
        this.notices = notices;
    }

    /** Of one consent, in one state, to one body, or all that the caller may list. */
    @GET
    public Page<RecordView> list(
            @QueryParam("consent") @Nullable UUID consent,
            @QueryParam("recipient") @Nullable UUID recipient,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest asked = PageRequest.of(limit, cursor)
                .with("consent", consent == null ? null : consent.toString())
                .with("recipient", recipient == null ? null : recipient.toString())
                .with("state", state);
        return notices.list(asked).map(RecordView::of);
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return RecordAnswers.found(notices.get(id));
    }

    @POST
    @Path("/{id}/answers")
    @Operation(summary = "Say what became of it: complied with, in part, or not, and on what ground")
    public Response answer(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, NoticeAnswerBody body) {
        return RecordAnswers.found(notices.answer(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return notices.history(id, PageRequest.of(limit, cursor));
    }
}
