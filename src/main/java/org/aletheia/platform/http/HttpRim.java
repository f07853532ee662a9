package org.aletheia.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.MDC;

/**
 * What surrounds every route, also those that no resource serves: a request id, headers that keep answers out of caches
 * and frames, and a problem body for failures that happen before a resource is chosen.
 */
@ApplicationScoped
class HttpRim {
    private static final int FIRST = 1000;

    private final Problems problems;
    private final ObjectMapper json;

    HttpRim(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void surround(@Observes Filters filters) {
        filters.register(HttpRim::prepare, FIRST);
    }

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    private static void prepare(RoutingContext request) {
        String id = RequestId.of(request);
        MDC.put("request", id);
        request.response()
                .putHeader(RequestId.HEADER, id)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.next();
    }

    private void fail(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            request.next();
            return;
        }
        ProblemException problem = FailureTypes.problem(request.failure(), request.statusCode());
        String language = problems.language(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Map<String, Object> body = problems.body(problem, language, RequestId.of(request));
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
                .end(write(body));
    }

    private String write(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem body is always writable", e);
        }
    }
}
