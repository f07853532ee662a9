package org.aletheia.evidence.rest;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.Deposit;
import org.aletheia.evidence.DepositOpening;
import org.aletheia.evidence.Drafts;
import org.aletheia.evidence.HandIn;
import org.aletheia.evidence.ItemDraft;
import org.aletheia.evidence.OpenSubmission;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.SubmissionDraft;
import org.aletheia.evidence.Submissions;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What organisations hand in. Any enrolled caller may ask; the access policy decides about each record. */
@Path("/api/v1/submissions")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SubmissionsResource {
    private final Submissions submissions;
    private final DepositOpening deposits;
    private final Drafts drafts;
    private final AccessGuard guard;
    private final IdPages pages;

    SubmissionsResource(
            Submissions submissions, DepositOpening deposits, Drafts drafts, AccessGuard guard, IdPages pages) {
        this.submissions = submissions;
        this.deposits = deposits;
        this.drafts = drafts;
        this.guard = guard;
        this.pages = pages;
    }

    @POST
    @Operation(
            summary = "Hand in: open a submission with its terms",
            description =
                    "With onBehalfOf for an organisation that lets the caller's hand in (see /delegations): it owns the"
                            + " submission, and the answer is its receipt.")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, JsonNode body) {
        SubmissionDraft draft = drafts.submission(body, guard.requireCreate(RecordKind.SUBMISSION));
        if (draft.onBehalfOf() != null) {
            HandIn handedIn = submissions.handIn(draft, key);
            return Response.created(HandInView.address(handedIn.id()))
                    .entity(HandInView.of(handedIn, Optional.empty()))
                    .build();
        }
        Submission created = submissions.create(draft, key);
        return answer(Response.created(URI.create("/api/v1/submissions/" + created.id())), created);
    }

    @GET
    @Operation(summary = "Submissions that the caller may see, in order of their making")
    public Page<SubmissionView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<Submission> page = pages.of("submissions", limit, cursor, submissions::list, Submission::id);
        List<UUID> shown = page.items().stream().map(Submission::id).toList();
        submissions.shown(shown);
        return page.map(SubmissionView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One submission")
    public Response get(@RestPath UUID id) {
        return answer(Response.ok(), submissions.read(id));
    }

    /** Opens a place for the bytes of an item; everything that is stated about it is checked now. */
    @POST
    @Path("/{id}/deposits")
    @Operation(
            summary = "Open a place for the bytes of an item; everything stated is checked now",
            description = "Each of custodyGaps has period, reason, risk (of the list custody-risk, not-assessed where"
                    + " absent) and note.")
    public Response deposit(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, JsonNode body) {
        OpenSubmission submission = submissions.requireTaking(id);
        ItemDraft draft = drafts.item(body, submission, guard.principal());
        Deposit deposit = deposits.open(submission, draft, key);
        return Response.created(URI.create("/api/v1/deposits/" + deposit.id()))
                .entity(DepositView.of(deposit))
                .build();
    }

    private static Response answer(Response.ResponseBuilder response, Submission submission) {
        return response.header(HttpHeaders.ETAG, ETags.of(submission.revision()))
                .entity(SubmissionView.of(submission))
                .build();
    }
}
