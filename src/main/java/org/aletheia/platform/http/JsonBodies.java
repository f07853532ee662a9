package org.aletheia.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON bodies are bounded in length, depth and number of parts, and never absent; other bodies pass as they are. */
@Provider
class JsonBodies implements ReaderInterceptor {
    /** Asked for late: interceptors are made before run-time configuration is there. */
    private final Instance<HttpConfig> config;

    JsonBodies(Instance<HttpConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        HttpConfig limits = config.get();
        InputStream bounded =
                new BoundedStream(context.getInputStream(), limits.jsonLimit().asLongValue());
        context.setInputStream(new JsonShape(bounded, limits.jsonDepth(), limits.jsonElements()));
        Object body = read(context);
        if (body == null) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("", "body-required")));
        }
        return body;
    }

    private static boolean isJson(MediaType type) {
        return type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    /** What the parser refuses is the caller's to put right, here and nowhere else. */
    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException | WebApplicationException e) {
            Optional<ProblemException> refused = FailureTypes.body(e);
            if (refused.isPresent()) {
                throw refused.get();
            }
            throw e;
        }
    }
}
