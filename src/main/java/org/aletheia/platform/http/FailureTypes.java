package org.aletheia.platform.http;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.platform.persistence.DatabaseFailures;
import org.jspecify.annotations.Nullable;

/** Finds the problem behind any failure that reaches the rim. */
final class FailureTypes {
    private static final int SEARCH_DEPTH = 12;

    private FailureTypes() {}

    /** @param status the status that a framework chose for it, -1 where it chose none */
    static ProblemException problem(@Nullable Throwable failure, int status) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < SEARCH_DEPTH; depth++, cause = cause.getCause()) {
            Optional<ProblemException> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        ProblemType type = failure instanceof WebApplicationException web
                ? byStatus(web.getResponse().getStatus())
                : byStatus(status);
        return new ProblemException(type);
    }

    private static Optional<ProblemException> known(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> Optional.of(problem);
            case StreamReadException malformed -> Optional.of(JsonFailures.malformed(malformed));
            case JsonMappingException unfit -> Optional.of(JsonFailures.unfit(unfit));
            case AuthenticationException refused -> of(ProblemType.UNAUTHENTICATED);
            case UnauthorizedException anonymous -> of(ProblemType.UNAUTHENTICATED);
            case ForbiddenException forbidden -> of(ProblemType.FORBIDDEN);
            default -> DatabaseFailures.unavailable(cause) ? of(ProblemType.DATABASE_UNAVAILABLE) : conflict(cause);
        };
    }

    private static Optional<ProblemException> conflict(Throwable cause) {
        return DatabaseFailures.conflict(cause) ? of(ProblemType.CONFLICT) : Optional.empty();
    }

    private static Optional<ProblemException> of(ProblemType type) {
        return Optional.of(new ProblemException(type, Map.of(), List.of()));
    }

    private static ProblemType byStatus(int status) {
        return Arrays.stream(FRAMEWORK)
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL);
    }

    private static final ProblemType[] FRAMEWORK = {
        ProblemType.INVALID_REQUEST,
        ProblemType.UNAUTHENTICATED,
        ProblemType.FORBIDDEN,
        ProblemType.NOT_FOUND,
        ProblemType.METHOD_NOT_ALLOWED,
        ProblemType.NOT_ACCEPTABLE,
        ProblemType.LENGTH_REQUIRED,
        ProblemType.PAYLOAD_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.TOO_MANY_REQUESTS,
    };
}
