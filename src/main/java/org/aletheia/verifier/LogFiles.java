package org.aletheia.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the files of a published log lie (C2SP tlog-tiles). */
@FunctionalInterface
public interface LogFiles {
    /** How long a server may take for one file. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** Bytes of 256 of the longest entries with their lengths: more is no file of a log. */
    int LARGEST = 256 * (0xFFFF + 2);

    /**
     * A file by its path below the log's prefix; empty where there is none.
     *
     * @throws IOException it is not known whether there is one
     */
    Optional<byte[]> find(String path) throws IOException;

    /** A copy of a log in a folder. */
    static LogFiles folder(Path folder) {
        return path -> {
            Path file = folder.resolve(path);
            try {
                if (Files.size(file) > LARGEST) {
                    throw new IOException(file + " is larger than any file of a log");
                }
                return Optional.of(Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        };
    }

    /** A log on the web; the client is the caller's to close. */
    static LogFiles web(URI prefix, HttpClient client) {
        String start = prefix.toString().replaceFirst("/*$", "/");
        return path -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(start + path))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<byte[]> answer = send(client, request);
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(answer.body());
                case 404 -> Optional.empty();
                default -> throw new IOException(request.uri() + " answered " + answer.statusCode());
            };
        };
    }

    private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        } catch (IOException e) {
            throw new IOException(
                    request.uri() + " cannot be read: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at " + request.uri(), e);
        }
    }
}
