package org.aletheia.resilience.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests of HTTP/1.1 with bodies of a stated length or in chunks. A kind is method and path without numbers and ids. */
final class HttpRequests implements Protocol.Requests {
    private static final int MOST_HEAD = 1 << 16;
    private static final Pattern IDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{12,}|x?\\d+");

    private final InputStream in;

    HttpRequests(InputStream client) {
        this.in = client;
    }

    @Override
    public @Nullable Request next() throws IOException {
        byte[] bytes = head();
        if (bytes == null) {
            return null;
        }
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        String[] line = head.substring(0, head.indexOf('\r')).split(" ");
        return new Request(line[0] + " " + general(line[1]), server -> {
            server.write(bytes);
            sendBody(head, server);
            server.flush();
        });
    }

    /** Path without ids, and the names of the query's parameters. */
    static String general(String target) {
        int query = target.indexOf('?');
        String path =
                IDS.matcher(query < 0 ? target : target.substring(0, query)).replaceAll("#");
        return query < 0
                ? path
                : path
                        + Arrays.stream(target.substring(query + 1).split("&"))
                                .map(part -> part.split("=")[0])
                                .sorted()
                                .collect(Collectors.joining("&", "?", ""));
    }

    private byte @Nullable [] head() throws IOException {
        var head = new ByteArrayOutputStream();
        int state = 0;
        while (state < 4) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            state = next == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : next == '\r' ? 1 : 0;
            if (head.size() > MOST_HEAD) {
                throw new IOException("a head without end");
            }
        }
        return head.toByteArray();
    }

    private void sendBody(String head, OutputStream server) throws IOException {
        if ("chunked".equalsIgnoreCase(header(head, "transfer-encoding"))) {
            sendChunks(server);
        } else {
            String length = header(head, "content-length");
            send(length.isEmpty() ? 0 : Long.parseLong(length), server);
        }
    }

    private void sendChunks(OutputStream server) throws IOException {
        long size;
        do {
            String line = line();
            server.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            size = Long.parseLong(line.split(";")[0].strip(), 16);
            send(size + 2, server); // with the line end behind it; no trailers are sent to these servers
        } while (size > 0);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }

    private void send(long length, OutputStream server) throws IOException {
        byte[] buffer = new byte[1 << 15];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            server.write(buffer, 0, read);
            left -= read;
        }
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
