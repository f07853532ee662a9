package org.aletheia.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a resource into a problem; the cause goes to the log, without its message. */
@Singleton
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Problems problems;
    private final AllowedMethods allowed;
    private final HttpConfig config;

    ProblemMappers(Problems problems, AllowedMethods allowed, HttpConfig config) {
        this.problems = problems;
        this.allowed = allowed;
        this.config = config;
    }

    @ServerExceptionMapper(
            value = {
                ProblemException.class,
                com.fasterxml.jackson.databind.exc.MismatchedInputException.class,
                io.quarkus.security.AuthenticationFailedException.class,
                io.quarkus.security.AuthenticationCompletionException.class,
                io.quarkus.security.UnauthorizedException.class,
                io.quarkus.security.ForbiddenException.class,
                jakarta.ws.rs.NotFoundException.class,
                WebApplicationException.class,
                Throwable.class
            })
    Response map(Throwable failure, HttpHeaders headers, RoutingContext request) {
        ProblemException problem = FailureTypes.problem(failure, -1);
        if (problem.type().status() >= 500) {
            LOG.errorf("%s: %s", problem.type().code(), SafeTrace.of(failure));
        }
        String language = problems.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(Problems.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(problems.body(problem, language, RequestId.of(request)));
        addHeaders(response, problem.type(), request.normalizedPath());
        return response.build();
    }

    private void addHeaders(Response.ResponseBuilder response, ProblemType type, String path) {
        if (type.status() == 503 || type.status() == 429) {
            response.header(HttpHeaders.RETRY_AFTER, config.retryAfter().toSeconds());
        }
        if (type == ProblemType.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, allowed.of(path));
        }
    }
}
