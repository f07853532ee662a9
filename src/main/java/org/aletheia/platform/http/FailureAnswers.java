package org.aletheia.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is answered, headers and all, and what is logged of it: the same whether it came up in a resource or
 * before one was chosen.
 */
@Singleton
final class FailureAnswers {
    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);

    private final Problems problems;
    private final AllowedMethods allowed;
    private final SecurityLog refusals;
    private final HttpConfig config;

    FailureAnswers(Problems problems, AllowedMethods allowed, SecurityLog refusals, HttpConfig config) {
        this.problems = problems;
        this.allowed = allowed;
        this.refusals = refusals;
        this.config = config;
    }

    /**
     * An answer.
     *
     * @param headers by name, one value each
     * @param body of the problem, to be written as JSON
     */
    record Answer(int status, Map<String, String> headers, Map<String, Object> body) {}

    /**
     * Decides the answer; what is the server's fault goes to the log, without its message.
     *
     * @param status that the framework chose for it, -1 where it chose none
     */
    Answer of(@Nullable Throwable failure, int status, RoutingContext request) {
        ProblemException problem = FailureTypes.problem(failure, status);
        ProblemType type = problem.type();
        if (type.status() >= 500) {
            LOG.errorf("%s: %s", type.code(), failure == null ? "status " + status : SafeTrace.of(failure));
        }
        refusals.refused(type, request.request().getHeader(HttpHeaders.AUTHORIZATION) != null);
        String language = AnswerTexts.language(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new Answer(
                type.status(),
                headers(problem, language, request),
                problems.body(problem, language, RequestId.of(request)));
    }

    private Map<String, String> headers(ProblemException problem, String language, RoutingContext request) {
        ProblemType type = problem.type();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Problems.MEDIA_TYPE);
        headers.put("Content-Language", language);
        headers.put("Vary", "Accept-Language");
        if (type.status() == 503 || type.status() == 429) {
            Object seconds = problem.params()
                    .getOrDefault(CallLimits.RETRY_AFTER, config.retryAfter().toSeconds());
            headers.put("Retry-After", seconds.toString());
        }
        if (type == ProblemType.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            headers.put("Allow", allowed.of(request.normalizedPath()));
        }
        return headers;
    }
}
