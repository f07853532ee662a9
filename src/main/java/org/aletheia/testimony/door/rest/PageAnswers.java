package org.aletheia.testimony.door.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.RequestId;
import org.jspecify.annotations.Nullable;

/** How the pages of doors are answered: each with the same headers, whatever is on it. */
public final class PageAnswers {
    private static final String HTML = "text/html; charset=utf-8";

    private PageAnswers() {}

    /** The page; also without the id of the request, by which it could be told. */
    public static Response of(@Nullable String language, HttpServerResponse response, String page) {
        response.headers().remove(RequestId.HEADER);
        response.putHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        return Response.ok(page, HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, AnswerTexts.language(language))
                .header(HttpHeaders.VARY, "Accept-Language")
                .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .build();
    }

    /** The address that the connection shows; where a trusted proxy tells another, that one. */
    public static String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String host = remote == null ? null : remote.hostAddress();
        return host == null ? "" : host;
    }
}
