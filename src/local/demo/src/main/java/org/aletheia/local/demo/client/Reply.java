package org.aletheia.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An answer of the server: status, headers, and the body as bytes, text or JSON. */
public record Reply(HttpResponse<byte[]> http) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return http.statusCode();
    }

    /** The first value of a header, or an empty string. */
    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return http.body();
    }

    public String text() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() throws IOException {
        return JSON.readTree(http.body());
    }

    /** This answer if its status is one of the expected; anything else ends the demo with what the server said. */
    public Reply expect(int... statuses) {
        for (int status : statuses) {
            if (status() == status) {
                return this;
            }
        }
        throw new UnexpectedReplyException(
                http.request().method() + " " + http.uri().getPath(), status(), text());
    }
}
