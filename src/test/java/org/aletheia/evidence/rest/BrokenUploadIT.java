package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that break while bytes are on their way. */
@QuarkusTest
@Tag("it")
class BrokenUploadIT {
    @Inject
    ObjectStores stores;

    @Test
    void aChunkedUploadThatIsCutLeavesNothing() throws Exception {
        cut("Transfer-Encoding: chunked", out -> {
            chunk(out, new byte[20_000]);
            chunk(out, new byte[40_000]);
        });
    }

    @Test
    void aLargeUploadThatIsCutLeavesNoParts() throws Exception {
        cut("Transfer-Encoding: chunked", out -> {
            for (int i = 0; i < 24; i++) {
                chunk(out, new byte[1 << 20]);
            }
        });
    }

    @Test
    void anAnnouncedUploadThatIsCutLeavesNothing() throws Exception {
        cut("Content-Length: 500000", out -> out.write(new byte[100_000]));
    }

    private void cut(String framing, Writing writing) throws Exception {
        String deposit = Evidence.deposit("documenter");
        List<String> objects = Kept.objects(stores);
        long keys = Kept.rows("select count(*) from unit_key");
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes("PUT /api/v1/deposits/" + deposit
                    + "/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("documenter")
                    + "\r\nContent-Type: application/octet-stream\r\n" + framing + "\r\n\r\n"));
            writing.to(out);
            out.flush();
            Thread.sleep(300);
        }
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(Kept.objects(stores)).isEqualTo(objects);
        assertThat(Kept.pendingUploads(stores)).isEmpty();
        assertThat(Kept.rows("select count(*) from unit_key")).isEqualTo(keys);
        assertThat(Kept.rows("select count(*) from deposit where id = ? and item is null", UUID.fromString(deposit)))
                .isEqualTo(1);
        Evidence.put("documenter", deposit, bytes("complete this time")).then().statusCode(201);
    }

    private static void chunk(OutputStream out, byte[] data) throws IOException {
        out.write(bytes(Integer.toHexString(data.length) + "\r\n"));
        out.write(data);
        out.write(bytes("\r\n"));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
