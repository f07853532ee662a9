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
 * and frames, a limit on how often one address asks, and a problem body for failures that happen before a resource is
 * chosen.
 */
@ApplicationScoped
class HttpRim {
    private static final int FIRST = 1000;

    private final FailureAnswers answers;
    private final CallLimits limits;
    private final ObjectMapper json;

    HttpRim(FailureAnswers answers, CallLimits limits, ObjectMapper json) {
        this.answers = answers;
        this.limits = limits;
        this.json = json;
    }

    void surround(@Observes Filters filters) {
        filters.register(this::prepare, FIRST);
    }

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    private void prepare(RoutingContext request) {
        String id = RequestId.of(request);
        MDC.put("request", id);
        request.response()
                .putHeader(RequestId.HEADER, id)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", AnswerPolicies.NOTHING)
                .putHeader("Strict-Transport-Security", AnswerPolicies.TLS_ONLY)
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            limits.count(request.request().remoteAddress());
        } catch (ProblemException tooOften) {
            request.fail(tooOften.type().status(), tooOften);
            return;
        }
        request.next();
    }

    private void fail(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            request.next();
            return;
        }
        FailureAnswers.Answer answer = answers.of(request.failure(), request.statusCode(), request);
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.end(write(answer.body()));
    }

    private String write(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem body is always writable", e);
        }
    }
}
