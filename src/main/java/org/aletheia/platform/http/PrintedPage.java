package org.aletheia.platform.http;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** How pages to print are answered: as attachments in a sandbox, since no answer of the API is to be shown as an active page. */
public final class PrintedPage {
    private PrintedPage() {}

    /**
     * 200.
     *
     * @param html in the language of {@code Accept-Language}, with everything escaped
     * @param name of the file, without its ending: letters, digits and dashes
     */
    public static Response.ResponseBuilder of(String html, String name, HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", AnswerPolicies.PAGE);
        return Response.ok(html, "text/html; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".html\"")
                .header(HttpHeaders.VARY, "Accept-Language");
    }
}
