package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.aletheia.evidence.content.ContentConfig;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Downloads that end before their end. */
@QuarkusTest
@Tag("it")
class BrokenDownloadIT {
    private static final int MIB = 1 << 20;

    @Inject
    ObjectStores stores;

    @Inject
    ContentConfig config;

    /** More of them than there are buffers: were one kept, the last caller would wait and be refused. */
    @Test
    void whoeverGoesAwayGivesTheMemoryBack() throws Exception {
        byte[] content = random(20 * MIB);
        String item = Evidence.item("documenter", content, Map.of());
        long buffers = Runtime.getRuntime().maxMemory() / 100 * config.bufferPercent() / (2 * MIB);
        for (long i = 0; i <= buffers; i++) {
            try (Socket socket = ask(item)) {
                assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
            }
        }
        byte[] whole = as("documenter")
                .get("/api/v1/items/" + item + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(whole).isEqualTo(content);
    }

    /** Often, since what would follow the bytes does so only where it is faster than the cut. */
    @RepeatedTest(8)
    void bytesThatWereTamperedWithNeverLeaveAndTheAnswerIsCutBeforeThem() throws Exception {
        byte[] content = random(3 * MIB);
        String item = Kept.tampered(stores, content, 2 * MIB + 1000);

        String answer;
        try (Socket socket = ask(item)) {
            answer = new String(toTheEnd(socket.getInputStream()), StandardCharsets.ISO_8859_1);
        }
        int body = answer.indexOf("\r\n\r\n") + 4;
        assertThat(answer.substring(0, body))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: " + content.length);
        byte[] given = answer.substring(body).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(given).hasSizeBetween(1, 2 * MIB);
        assertThat(Arrays.equals(given, 0, given.length, content, 0, given.length))
                .isTrue();
    }

    private static Socket ask(String item) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(bytes(
                        "GET /api/v1/items/" + item + "/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + Tokens.of("documenter") + "\r\n\r\n"));
        return socket;
    }

    /** Until the server closes the connection, which it must. */
    private static byte[] toTheEnd(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 << 10];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (SocketException e) {
            return out.toByteArray(); // reset: as good an end as any
        }
        return out.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
