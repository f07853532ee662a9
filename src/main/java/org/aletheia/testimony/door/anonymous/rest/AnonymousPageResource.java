package org.aletheia.testimony.door.anonymous.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.evidence.anonymous.AnonymousReceiver;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.door.DoorCode;
import org.aletheia.testimony.door.anonymous.AnonymousCodes;
import org.aletheia.testimony.door.anonymous.AnonymousEntrance;
import org.aletheia.testimony.door.anonymous.AnonymousMail;
import org.aletheia.testimony.door.anonymous.OpenDeposit;
import org.aletheia.testimony.door.anonymous.rest.AnonymousPages.Notice;
import org.aletheia.testimony.door.rest.PageAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the anonymous door, where there is one: plain HTML like those of the survivor's own door, all at one address. Who
 * may call: everybody; code and word open what was handed in, and then the sealed session that the page carries in its forms.
 */
@Path("/form")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AnonymousPageResource {
    private final AnonymousReceiver receiver;
    private final AnonymousIntake intake;
    private final AnonymousCodes codes;
    private final AnonymousEntrance entrance;
    private final AnonymousMail mail;
    private final AnonymousPages pages;

    AnonymousPageResource(
            AnonymousReceiver receiver,
            AnonymousIntake intake,
            AnonymousCodes codes,
            AnonymousEntrance entrance,
            AnonymousMail mail,
            AnonymousPages pages) {
        this.receiver = receiver;
        this.intake = intake;
        this.codes = codes;
        this.entrance = entrance;
        this.mail = mail;
        this.pages = pages;
    }

    /** What a form of the page holds; the session in the place of code and word once it is open. */
    static class Form {
        @RestForm
        @Nullable
        String code;

        @RestForm
        @Nullable
        String word;

        @RestForm
        @Nullable
        String session;

        @RestForm
        @Nullable
        String act;

        @RestForm
        @Nullable
        String text;
    }

    @GET
    @Operation(summary = "A page with a form to leave a text and files, where the operator has it; else there is none")
    public Response form(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language, @Context HttpServerResponse response) {
        requireDoor();
        return PageAnswers.of(language, response, pages.form(AnswerTexts.language(language), Notice.NONE));
    }

    /** Takes the form as it streams in; nothing of it is on a disk of this server. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Leave a text and files: the page with the code, which no other answer has")
    public Response handIn(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context HttpServerRequest request,
            @Context HttpServerResponse response,
            InputStream body) {
        requireDoor();
        String spoken = AnswerTexts.language(language);
        HandIn.Outcome done = new HandIn(intake, codes).take(PageAnswers.address(request), contentType, body);
        String page =
                switch (done) {
                    case HandIn.Refused refused -> pages.form(spoken, refused.why());
                    case HandIn.Kept kept ->
                        inside(kept.given().open(), kept.given().code(), Notice.NONE, spoken);
                };
        return PageAnswers.of(language, response, page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "What the form of the page before asked for, as a page")
    public Response post(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            Form form,
            @Context HttpServerRequest request,
            @Context HttpServerResponse response) {
        requireDoor();
        String page = page(form, AnswerTexts.language(language), PageAnswers.address(request));
        return PageAnswers.of(language, response, page);
    }

    /** Without one the address answers as any other that nothing is at. */
    private void requireDoor() {
        if (!receiver.open()) {
            throw new NotFoundException();
        }
    }

    private String page(Form form, String language, String address) {
        if (form.session != null) {
            return entrance.resume(form.session)
                    .map(open -> act(open, form, language))
                    .orElseGet(() -> pages.shut(language));
        }
        if (form.code == null || form.word == null || !DoorCode.wellTyped(form.code)) {
            return pages.mistyped(language);
        }
        Optional<OpenDeposit> open = entrance.open(form.code, form.word, address);
        return open.map(deposit -> inside(deposit, null, Notice.NONE, language)).orElseGet(() -> pages.shut(language));
    }

    private String act(OpenDeposit open, Form form, String language) {
        String act = form.act == null ? "" : form.act;
        if (act.equals("take-back")) {
            return switch (codes.takeBack(open)) {
                case GONE -> pages.form(language, Notice.TAKEN_BACK);
                case CLOSED -> inside(open, null, Notice.CLOSED, language);
                case NOTHING -> inside(open, null, Notice.NOT_TAKEN_BACK, language);
            };
        }
        String typed = form.text == null ? "" : form.text;
        Notice notice = act.equals("message") ? Notice.of(mail.leave(open, typed)) : Notice.NONE;
        return inside(open, null, notice, language);
    }

    private String inside(OpenDeposit open, @Nullable String code, Notice notice, String language) {
        return intake.standing(open.id())
                .map(standing -> pages.inside(language, standing, mail.of(open), entrance.session(open), code, notice))
                .orElseGet(() -> pages.shut(language));
    }
}
