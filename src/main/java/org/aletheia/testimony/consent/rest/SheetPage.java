package org.aletheia.testimony.consent.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.codelists.CodeLists;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.PrintedPage;
import org.jspecify.annotations.Nullable;

/**
 * Sheets on paper, or to be read out. Everything in them is a text of ours, a label, the name of a body, what it says that
 * people can call, a number or a day.
 */
@Singleton
class SheetPage {
    private static final List<Variant> FORMS = Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, MediaType.TEXT_PLAIN_TYPE)
            .build();

    private final Template template;
    private final CodeLists lists;
    private final MemberOrganisations organisations;
    private final AnswerTexts texts = AnswerTexts.load("consent");

    SheetPage(@Location("consent-sheet.html") Template template, CodeLists lists, MemberOrganisations organisations) {
        this.template = template;
        this.lists = lists;
        this.organisations = organisations;
    }

    /** In the language that is asked for; where none is, in the person's own. */
    SheetWords words(@Nullable String acceptLanguage, LanguageTag own) {
        boolean unsaid = acceptLanguage == null
                || acceptLanguage.isBlank()
                || acceptLanguage.strip().equals("*");
        return new SheetWords(texts, lists, organisations, AnswerTexts.language(unsaid ? own.value() : acceptLanguage));
    }

    /** In the form that is asked for. */
    Response answer(Sheet sheet, Request request, HttpServerResponse response) {
        Variant form = request.selectVariant(FORMS);
        boolean readOut = form != null && MediaType.TEXT_PLAIN_TYPE.isCompatible(form.getMediaType());
        return (readOut
                        ? Response.ok(sheet.text(), "text/plain; charset=utf-8")
                        : PrintedPage.of(html(sheet), "sheet", response))
                .header(HttpHeaders.VARY, null) // of the language alone
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String html(Sheet sheet) {
        return template.data("sheet", sheet).render();
    }
}
