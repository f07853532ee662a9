package org.aletheia.testimony.door.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.door.DoorEntrance;
import org.aletheia.testimony.door.DoorMail;
import org.aletheia.testimony.door.DoorRoom;
import org.aletheia.testimony.door.DoorWishes;
import org.aletheia.testimony.door.OpenDoor;
import org.aletheia.testimony.door.Wish;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a person's own door: plain HTML without scripts, cookies or anything of third parties, all at one address, so
 * that at most one entry is in a browser's history and it names nothing. Who may call: everybody; code and word open it, and
 * then the sealed session that the page carries in its forms.
 *
 * <p>Whatever keeps a door shut is answered with the same bytes, status and headers. Nothing of whoever comes by is kept.
 */
@Path("/page")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PageResource {
    private final DoorEntrance entrance;
    private final DoorRoom room;
    private final DoorMail mail;
    private final DoorWishes wishes;
    private final DoorPages pages;

    PageResource(DoorEntrance entrance, DoorRoom room, DoorMail mail, DoorWishes wishes, DoorPages pages) {
        this.entrance = entrance;
        this.room = room;
        this.mail = mail;
        this.wishes = wishes;
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

        @RestForm
        @Nullable
        String next;
    }

    @GET
    @Operation(summary = "A page with a form for a code and a word")
    public Response form(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language, @Context HttpServerResponse response) {
        return PageAnswers.of(language, response, pages.form(AnswerTexts.language(language), false));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "What the form of the page before asked for, as a page")
    public Response post(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            Form form,
            @Context HttpServerRequest request,
            @Context HttpServerResponse response) {
        return PageAnswers.of(
                language, response, page(form, AnswerTexts.language(language), PageAnswers.address(request)));
    }

    private String page(Form form, String language, String address) {
        if (form.session != null) {
            return entrance.resume(form.session)
                    .map(open -> inside(open, act(open, form, address), language))
                    .orElseGet(() -> pages.shut(language));
        }
        if (form.code == null || form.word == null || !DoorEntrance.wellTyped(form.code)) {
            return pages.form(language, true);
        }
        Optional<OpenDoor> open = entrance.open(form.code, form.word, address);
        return open.map(door -> inside(door, DoorPages.Notice.NONE, language)).orElseGet(() -> pages.shut(language));
    }

    private String inside(OpenDoor open, DoorPages.Notice notice, String language) {
        return pages.inside(language, room.of(open), entrance.session(open), notice);
    }

    private DoorPages.Notice act(OpenDoor open, Form form, String address) {
        return switch (said(form.act)) {
            case "message" -> DoorPages.Notice.of(mail.leave(open, said(form.text)));
            case "word" ->
                entrance.chooseWord(open, said(form.code), said(form.word), said(form.next), address)
                        ? DoorPages.Notice.WORD_CHANGED
                        : DoorPages.Notice.WORD_NOT_CHANGED;
            case "pause" -> {
                wishes.wish(open, Wish.PAUSE);
                yield DoorPages.Notice.STOPPED;
            }
            case "withdraw" -> {
                wishes.wish(open, Wish.WITHDRAWAL);
                yield DoorPages.Notice.STOPPED;
            }
            default -> DoorPages.Notice.NONE;
        };
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field;
    }
}
