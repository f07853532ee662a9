package org.aletheia.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is not the body of a request, and refuses it as a body is refused. */
public final class JsonReading {
    private static final int DEPTH = 64;
    private static final int ELEMENTS = 20_000;

    private JsonReading() {}

    /**
     * What a text says.
     *
     * @return null for the text {@code null}
     * @throws ProblemException as for a body, which it may be no deeper and no longer than by default; a text that is no
     *     JSON has the finding {@code malformed-json}
     */
    public static <T> @Nullable T read(ObjectMapper json, byte[] utf8, Class<T> type) {
        try {
            return json.readValue(new JsonShape(new ByteArrayInputStream(utf8), DEPTH, ELEMENTS), type);
        } catch (JsonProcessingException e) {
            throw refused(e);
        } catch (ProblemException e) {
            throw withFinding(e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /** What a part of a text says. @throws ProblemException as for a body */
    public static <T> T convert(ObjectMapper json, JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private static ProblemException refused(JsonProcessingException failure) {
        return withFinding(
                FailureTypes.body(failure).orElseThrow(() -> new IllegalStateException("unknown to the rim", failure)));
    }

    private static ProblemException withFinding(ProblemException problem) {
        return problem.findings().isEmpty()
                ? new ProblemException(
                        problem.type(),
                        problem.params(),
                        List.of(new Finding("", problem.type().code(), Map.of())))
                : problem;
    }
}
