package org.aletheia.evidence.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.format.SubjectOpening;
import org.aletheia.evidence.ProvenHistory;
import org.aletheia.platform.http.SafeTrace;
import org.jboss.logging.Logger;

/**
 * The history of an item in the format that verifiers read ({@code aletheia/item-history/v1}), written as it is read. Where
 * it cannot be read to its end the connection is cut: a part of a history must not look whole.
 */
record HistoryBody(ProvenHistory history, ObjectMapper json, HttpServerResponse response) implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(HistoryBody.class);
    private static final String FORMAT = "aletheia/item-history/v1";

    @Override
    public void write(OutputStream out) throws IOException {
        JsonGenerator to = json.getFactory().createGenerator(out);
        try {
            to.writeStartObject();
            to.writeStringField("format", FORMAT);
            to.writeArrayFieldStart("events");
            while (history.hasNext()) {
                write(history.next(), to);
            }
            to.writeEndArray();
            to.writeEndObject();
            to.close();
        } catch (RuntimeException e) {
            response.reset(); // and the generator stays open, for closing it would end the answer
            LOG.errorf("a history was cut off: %s", SafeTrace.of(e));
        }
    }

    private static void write(ProvenHistory.Entry entry, JsonGenerator to) throws IOException {
        ChainEntry event = entry.event();
        SubjectOpening opening = event.opening();
        to.writeStartObject();
        to.writeNumberField("number", event.number());
        to.writePOJOField("event", event.event().json());
        if (opening != null) {
            to.writePOJOField("opening", opening.json());
        }
        to.writeStringField("proof", entry.proof());
        to.writeEndObject();
    }
}
