package org.aletheia.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A log on the web. Follows no redirect.
 *
 * @param prefix ends in a slash
 */
record WebLog(String prefix, HttpClient client, boolean anyEntries) implements LogFiles {
    /** How long a server may take for one file, its last byte included. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Optional<byte[]> find(String path) throws IOException {
        URI address = URI.create(prefix + path);
        HttpResponse<byte[]> answer = send(address, LogFiles.longest(path, anyEntries));
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            default -> throw new IOException(address + " answered " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> send(URI address, int longest) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(HttpRequest.newBuilder(address).build(), about -> new FirstBytes(longest + 1));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable why = Objects.requireNonNullElse(e.getCause(), e);
            throw new IOException(address + " cannot be read: " + why.getClass().getSimpleName(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(address + " cannot be read: more than " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at " + address, e);
        }
    }
}
