package org.aletheia.evidence.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands content to the connection in the pieces in which it was decrypted; the framework's stream would copy them twice. */
@Provider
public class ContentBodyWriter implements ServerMessageBodyWriter<ContentBody> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == ContentBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == ContentBody.class;
    }

    @Override
    public void writeResponse(ContentBody body, Type generic, ServerRequestContext context) {
        // the connection asks for it before it asks for the other fields of the head
        context.serverResponse().setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
        if (body.send() && !body.response().closed()) {
            context.serverResponse().end();
        }
    }

    @Override
    public void writeTo(
            ContentBody body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (var in = body.bytes()) {
            in.transferTo(out);
        }
    }
}
