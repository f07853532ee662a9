package org.aletheia.custody.cosigning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.aletheia.transparency.CosignRequest;

/** Speaks {@code add-checkpoint} (C2SP tlog-witness) with one cosigner; believes nothing of what comes back. */
final class CosignerDoor {
    private static final int LONGEST_ANSWER = 1 << 16;

    private final URI address;
    private final HttpClient http;
    private final Duration patience;

    /** @param prefix address below which {@code add-checkpoint} is */
    CosignerDoor(URI prefix, HttpClient http, Duration patience) {
        this.address = URI.create(prefix.toString().replaceFirst("/*$", "/add-checkpoint"));
        this.http = http;
        this.patience = patience;
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // made and read once
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer send(CosignRequest request) throws CosignerFailure, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(request.format()))
                .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw CosignerFailure.absent("unreachable: " + e.getClass().getSimpleName());
        }
    }
}
