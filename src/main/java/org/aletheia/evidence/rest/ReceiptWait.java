package org.aletheia.evidence.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aletheia.platform.http.Preferences;

/**
 * How long a caller would wait for the proof of a receipt ({@code Prefer: wait=2}, RFC 7240).
 *
 * @param preferred in whole seconds; empty where nothing was said
 */
public record ReceiptWait(Optional<Duration> preferred) {
    /** What the request prefers. */
    public static ReceiptWait of(HttpHeaders headers) {
        List<String> lines = headers.getRequestHeader(Preferences.HEADER);
        return new ReceiptWait(Preferences.wait(lines == null ? List.of() : lines));
    }

    /** Zero where nothing was said. */
    public Duration length() {
        return preferred.orElse(Duration.ZERO);
    }

    /** The answer, telling what was applied. */
    public Response.ResponseBuilder applied(Response.ResponseBuilder answer) {
        return preferred
                .map(wait -> answer.header(Preferences.APPLIED, "wait=" + wait.toSeconds()))
                .orElse(answer);
    }
}
