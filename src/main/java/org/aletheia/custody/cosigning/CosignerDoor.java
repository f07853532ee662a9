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
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.CosignRequest;

/** Speaks C2SP tlog-witness with one cosigner; believes nothing of what comes back. */
final class CosignerDoor {
    private static final int LONGEST_ANSWER = 1 << 16;

    private final URI prefix;
    private final URI address;
    private final HttpClient http;
    private final Duration patience;

    /** @param prefix address below which {@code add-checkpoint} is */
    CosignerDoor(URI prefix, HttpClient http, Duration patience) {
        this.prefix = URI.create(prefix.toString().replaceFirst("/*$", "/"));
        this.address = this.prefix.resolve("add-checkpoint");
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

    /** What it shows as the last checkpoint of a log that it has cosigned; not every cosigner shows it. */
    Answer last(String origin) throws CosignerFailure, InterruptedException {
        String hash = Digest.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
        return exchange(
                HttpRequest.newBuilder(prefix.resolve(hash + "/checkpoint")).GET());
    }

    Answer send(CosignRequest request) throws CosignerFailure, InterruptedException {
        return exchange(HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(request.format())));
    }

    private Answer exchange(HttpRequest.Builder request) throws CosignerFailure, InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.timeout(patience).build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw CosignerFailure.absent("unreachable: " + e.getClass().getSimpleName());
        }
    }
}
