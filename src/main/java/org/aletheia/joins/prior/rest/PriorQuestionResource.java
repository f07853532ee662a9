package org.aletheia.joins.prior.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.joins.prior.PriorInterviewConfig;
import org.aletheia.joins.prior.PriorQuestions;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.TestimonyChecks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** "Already interviewed?" Who may call: accredited interviewers; nobody reads a question back. */
@Path("/api/v1/prior-interview-questions")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PriorQuestionResource {
    private final PriorQuestions questions;
    private final AccessGuard guard;
    private final ChecksFactory checks;
    private final TestimonyChecks testimony;
    private final RecordDirectory directory;
    private final PriorInterviewConfig config;
    private final Clock clock;
    private final AnswerTexts texts = AnswerTexts.load("prior");

    PriorQuestionResource(
            PriorQuestions questions,
            AccessGuard guard,
            ChecksFactory checks,
            TestimonyChecks testimony,
            RecordDirectory directory,
            PriorInterviewConfig config,
            Clock clock) {
        this.questions = questions;
        this.guard = guard;
        this.checks = checks;
        this.testimony = testimony;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
    }

    /** What everybody is told. @param answer {@code contact-desks-advise}, whatever is found */
    @Schema(name = "PriorInterviewAnswer")
    record Answer(String answer, String text) {}

    @POST
    @Operation(
            summary = "Ask whether somebody was interviewed before; the answer is always the same",
            description =
                    "The contact desks of both organisations alone learn of a match, later. Nobody learns of none.")
    @APIResponse(
            responseCode = "202",
            description = "The contact desks will advise",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response ask(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage, PriorQuestionBody body) {
        guard.requireCreate(RecordKind.PRIOR_QUESTION);
        PriorQuestionBody.Asked asked = body.check(
                checks.begin(),
                testimony,
                directory,
                guard.principal().organisation(),
                clock.instant(),
                config.agreementAge());
        questions.ask(asked.about(), asked.interview(), asked.agreedAt());
        String code = "contact-desks-advise";
        return Response.accepted(new Answer(code, texts.text(AnswerTexts.language(acceptLanguage), code)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
