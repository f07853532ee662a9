package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.evidence.Drafts;
import org.aletheia.evidence.ItemDraft;
import org.aletheia.evidence.OpenSubmission;
import org.aletheia.evidence.Submissions;
import org.aletheia.evidence.Uploads;
import org.aletheia.platform.http.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One file with its metadata in one call: part {@code metadata} (JSON), then part {@code file}. */
@Path("/api/v1/submissions/{id}/items")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ItemFormResource {
    private final Submissions submissions;
    private final Uploads uploads;
    private final Drafts drafts;
    private final AccessGuard guard;
    private final ItemAnswers answers;

    ItemFormResource(Submissions submissions, Uploads uploads, Drafts drafts, AccessGuard guard, ItemAnswers answers) {
        this.submissions = submissions;
        this.uploads = uploads;
        this.drafts = drafts;
        this.guard = guard;
        this.answers = answers;
    }

    /** Takes the form as it streams in: everything that is stated is checked before a byte of the file is read. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "One file with its metadata in one call: part metadata (JSON), then part file")
    public Response receive(
            @RestPath UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context HttpHeaders headers,
            InputStream body) {
        OpenSubmission submission = submissions.requireTaking(id);
        return ItemForm.read(headers, body, form -> {
            ItemDraft draft = drafts.item(form.metadata(), submission, guard.principal());
            return answers.received(uploads.receive(submission, draft, form.file(), key), headers);
        });
    }
}
