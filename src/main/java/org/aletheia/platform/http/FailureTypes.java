package org.aletheia.platform.http;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.persistence.DatabaseFailures;
import org.jboss.resteasy.reactive.common.headers.MediaTypeHeaderDelegate;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jspecify.annotations.Nullable;

/** Finds the problem behind any failure that reaches the rim. */
final class FailureTypes {
    private static final int SEARCH_LIMIT = 30;
    private static final String FRAMEWORKS_TYPES = MediaTypeHeaderDelegate.class.getName();
    private static final String FRAMEWORKS_DECODING = URLUtils.class.getName();

    private FailureTypes() {}

    /** @param status the status that a framework chose for it, -1 where it chose none */
    static ProblemException problem(@Nullable Throwable failure, int status) {
        List<Throwable> causes = causes(failure);
        return named(causes)
                .or(() -> causes.stream()
                        .map(FailureTypes::known)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> new ProblemException(chosen(failure, status)));
    }

    /** The problem of a request's body that its parser refused; only there is what a parser says the caller's matter. */
    static Optional<ProblemException> body(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return named(causes).or(() -> causes.stream()
                .map(FailureTypes::unread)
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<ProblemException> unread(Throwable cause) {
        return switch (cause) {
            case StreamReadException malformed -> Optional.of(JsonFailures.malformed(malformed));
            case JsonMappingException unfit -> Optional.of(JsonFailures.unfit(unfit));
            default -> Optional.empty();
        };
    }

    // a problem that was raised while a parser read the body is wrapped by the parser, so it is looked for first
    private static Optional<ProblemException> named(List<Throwable> causes) {
        return causes.stream()
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    /** The failure and what led to it. A transaction that cannot commit keeps its reason among the suppressed. */
    private static List<Throwable> causes(@Nullable Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> inOrder = new ArrayList<>();
        collect(failure, found, inOrder);
        return inOrder;
    }

    private static void collect(@Nullable Throwable failure, Set<Throwable> found, List<Throwable> inOrder) {
        if (failure == null || found.size() == SEARCH_LIMIT || !found.add(failure)) {
            return;
        }
        inOrder.add(failure);
        collect(failure.getCause(), found, inOrder);
        for (Throwable suppressed : failure.getSuppressed()) {
            collect(suppressed, found, inOrder);
        }
    }

    private static ProblemType chosen(@Nullable Throwable failure, int status) {
        return failure instanceof WebApplicationException web
                ? byStatus(web.getResponse().getStatus())
                : byStatus(status);
    }

    private static Optional<ProblemException> known(Throwable cause) {
        return switch (cause) {
            case AuthenticationException refused -> of(ProblemType.UNAUTHENTICATED);
            case UnauthorizedException anonymous -> of(ProblemType.UNAUTHENTICATED);
            case ForbiddenException forbidden -> of(ProblemType.FORBIDDEN);
            case StorageUnavailableException away -> of(ProblemType.STORAGE_UNAVAILABLE);
            case IllegalArgumentException unread
            when raisedBy(FRAMEWORKS_TYPES, unread) -> of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case IllegalArgumentException unread
            when raisedBy(FRAMEWORKS_DECODING, unread) -> of(ProblemType.INVALID_REQUEST);
            default -> DatabaseFailures.unavailable(cause) ? of(ProblemType.DATABASE_UNAVAILABLE) : conflict(cause);
        };
    }

    /** The framework does not tell by the failure's class that a request's own syntax is what it cannot read. */
    private static boolean raisedBy(String reader, IllegalArgumentException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals(reader);
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
