package org.aletheia.evidence.rest;

import static org.aletheia.evidence.record.Checks.sure;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.evidence.Drafts;
import org.aletheia.evidence.Exposure;
import org.aletheia.evidence.ItemDraft;
import org.aletheia.evidence.OpenSubmission;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.Submissions;
import org.aletheia.evidence.anonymous.AnonymousDeposit;
import org.aletheia.evidence.anonymous.AnonymousDeposits;
import org.aletheia.evidence.anonymous.AnonymousFile;
import org.aletheia.evidence.anonymous.AnonymousRegistration;
import org.aletheia.evidence.anonymous.AnonymousState;
import org.aletheia.evidence.anonymous.AnonymousUses;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.AnswerPolicies;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in without an account, which is no evidence yet. Who may call: those who take in for the organisation that
 * receives it.
 */
@Path("/api/v1/anonymous-deposits")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AnonymousDepositsResource {
    private final AnonymousDeposits deposits;
    private final AnonymousRegistration registration;
    private final AnonymousUses uses;
    private final Submissions submissions;
    private final Drafts drafts;
    private final AccessGuard guard;
    private final ChecksFactory checks;
    private final ItemAnswers answers;

    AnonymousDepositsResource(
            AnonymousDeposits deposits,
            AnonymousRegistration registration,
            AnonymousUses uses,
            Submissions submissions,
            Drafts drafts,
            AccessGuard guard,
            ChecksFactory checks,
            ItemAnswers answers) {
        this.deposits = deposits;
        this.registration = registration;
        this.uses = uses;
        this.submissions = submissions;
        this.drafts = drafts;
        this.guard = guard;
        this.checks = checks;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "What was handed in without an account; its order says nothing of when")
    public Page<Listed> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Checks found = checks.begin();
        AnonymousState only =
                state == null ? null : found.findings().parse("?state", () -> AnonymousState.parse(state));
        found.throwIfAny();
        return deposits.list(only, PageRequest.of(limit, cursor)).map(Listed::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of them, with what is left of its files")
    public Found get(@RestPath UUID id) {
        return Found.of(deposits.get(id));
    }

    @GET
    @Path("/{id}/files/{file}/content")
    @Operation(
            summary = "The bytes of a file as they came, while the deposit waits",
            description = "An image or video is given to who acknowledges that nobody has decided about it:"
                    + " acknowledge=unreviewed.")
    public Response content(
            @RestPath UUID id,
            @RestPath UUID file,
            @QueryParam("acknowledge") @Nullable String acknowledge,
            @Context HttpServerResponse response) {
        Set<Exposure> acknowledged = Acknowledged.read(acknowledge);
        AnonymousFile found = deposits.file(id, file);
        ReceivedFile received = found.received();
        Exposure.require(received.mayBeSeen() ? Set.of(Exposure.UNREVIEWED) : Set.of(), acknowledged);
        response.putHeader("Content-Security-Policy", AnswerPolicies.CONTENT);
        ContentHeaders content = new ContentHeaders(received);
        try {
            return content.answer(Optional.empty(), new ContentBody(deposits.open(found), content.length(), response));
        } catch (IOException e) {
            throw Interrupted.problem(e);
        }
    }

    /** The body is the statement about the item, as for every other. */
    @POST
    @Path("/{id}/files/{file}/registration")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a file an item of a submission; the body is the statement about the item")
    public Response register(
            @RestPath UUID id,
            @RestPath UUID file,
            @QueryParam("submission") @Nullable String submission,
            @Context HttpHeaders headers,
            JsonNode body) {
        Checks found = checks.begin();
        UUID into = found.id("?submission", found.required("?submission", submission));
        found.throwIfAny();
        Submission open = submissions.requireOpen(sure(into));
        ItemDraft draft = drafts.item(body, OpenSubmission.of(open), guard.principal());
        try {
            return answers.received(registration.register(id, file, open, draft), headers);
        } catch (IOException e) {
            throw Interrupted.problem(e);
        }
    }

    @POST
    @Path("/{id}/settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Settle it: accepted, where files became items, or refused; what became no item goes for good")
    public Found settle(@RestPath UUID id, Settlement body) {
        Checks found = checks.begin();
        String outcome = found.required("/outcome", body.outcome());
        boolean refused = AnonymousState.REFUSED.code().equals(outcome);
        found.findings()
                .require(
                        outcome == null
                                || refused
                                || AnonymousState.ACCEPTED.code().equals(outcome),
                        "/outcome",
                        "outcome-unknown",
                        Map.of("allowed", List.of("accepted", "refused")));
        String reason =
                refused ? found.code("not-retained-reason", "/reason", found.required("/reason", body.reason())) : null;
        found.findings().require(refused || body.reason() == null, "/reason", "not-for-this-outcome");
        found.throwIfAny();
        return Found.of(deposits.settle(id, reason));
    }

    @POST
    @Path("/{id}/resumption")
    @Operation(summary = "Open again what the person had taken back, on your word that they want it")
    public void resume(@RestPath UUID id) {
        uses.resume(id);
    }

    /** @param reason of the list {@code not-retained-reason}; with {@code refused} alone */
    @Schema(name = "AnonymousDepositSettlement")
    record Settlement(@Nullable String outcome, @Nullable String reason) {}

    @Schema(name = "AnonymousDepositListed")
    record Listed(
            UUID id,
            String state,
            Instant arrivedAt,
            Instant expiresAt,
            @Nullable Instant settledAt,
            @Nullable UUID settledBy,
            @Nullable String reason) {
        static Listed of(AnonymousDeposit deposit) {
            return new Listed(
                    deposit.id(),
                    deposit.state().code(),
                    deposit.arrivedAt(),
                    deposit.expiresAt(),
                    deposit.settledAt(),
                    deposit.settledBy(),
                    deposit.reason());
        }
    }

    /** @param usesStopped whether the person took back what became items, and it is closed */
    @Schema(name = "AnonymousDeposit")
    record Found(Listed deposit, List<FileView> files, boolean usesStopped) {
        static Found of(AnonymousDeposits.Whole whole) {
            return new Found(
                    Listed.of(whole.deposit()),
                    whole.files().stream().map(FileView::of).toList(),
                    whole.usesStopped());
        }
    }

    /** @param typed whether it was typed at the door */
    @Schema(name = "AnonymousDepositFile")
    record FileView(
            UUID id,
            boolean typed,
            @Nullable String name,
            String mediaType,
            @Nullable DetectedView detected,
            long length,
            String sha256,
            @Nullable UUID item) {
        static FileView of(AnonymousFile file) {
            return new FileView(
                    file.id(),
                    file.typed(),
                    file.name(),
                    file.mediaType(),
                    DetectedView.of(file.detected()),
                    file.content().length(),
                    file.content().sha256().hex(),
                    file.item());
        }

        /** Says nothing of the name. */
        @Override
        public String toString() {
            return "FileView[" + id + "]";
        }
    }
}
