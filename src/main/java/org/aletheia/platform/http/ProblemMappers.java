package org.aletheia.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a resource into a problem. */
@Singleton
class ProblemMappers {
    private final FailureAnswers answers;

    ProblemMappers(FailureAnswers answers) {
        this.answers = answers;
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
    Response map(Throwable failure, RoutingContext request) {
        FailureAnswers.Answer answer = answers.of(failure, -1, request);
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
