package org.aletheia.custody.timestamping;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks with authorities and servers of revocation lists: no redirects, no more of an answer than it can have, and nothing
 * is waited for longer than the patience, also where an answer comes byte by byte. Believes nothing of what comes back.
 */
final class AuthorityDoor implements AutoCloseable {
    private static final int LONGEST_ANSWER = 1 << 18;
    private static final int OK = 200;

    /** How the JDK begins to tell of an answer that went beyond its limit; the type says nothing. */
    private static final String TOO_LONG = "body exceeds capacity";

    private final HttpClient http;
    private final Duration patience;

    AuthorityDoor(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** The answer to a query, RFC 3161 §3.4. */
    byte[] ask(URI authority, byte[] query) throws AuthorityFailure, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(authority)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(query))
                .build();
        return send(post, LONGEST_ANSWER);
    }

    /** What lies at an address of revocation lists. @param longest in bytes */
    byte[] list(URI address, int longest) throws AuthorityFailure, InterruptedException {
        return send(HttpRequest.newBuilder(address).build(), longest);
    }

    private byte[] send(HttpRequest request, int longest) throws AuthorityFailure, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
        try {
            HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != OK) {
                throw new AuthorityFailure("answers " + whole.statusCode());
            }
            return whole.body();
        } catch (TimeoutException e) {
            throw new AuthorityFailure("no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean tooLong = String.valueOf(cause.getMessage()).startsWith(TOO_LONG);
            throw new AuthorityFailure(
                    tooLong
                            ? "answers more than " + longest + " bytes"
                            : "unreachable: " + cause.getClass().getSimpleName());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
