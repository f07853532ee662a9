package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Downloads that share a connection. There bytes that were handed over may wait for long, since every caller's window and
 * the connection's bound what leaves: the buffer that held them must not be filled anew before.
 */
@QuarkusTest
@Tag("it")
@Timeout(60)
class Http2DownloadIT {
    private static final int MIB = 1 << 20;

    private static final int SIZE = 5 * MIB;

    /** How much this client takes unread for one answer and for all, in bytes: less than the server decrypts at once. */
    private static final Map<String, String> WINDOWS =
            Map.of("jdk.httpclient.windowsize", "65536", "jdk.httpclient.connectionWindowSize", "524288");

    @Inject
    ObjectStores stores;

    private HttpClient client;

    @BeforeEach
    void connect() throws Exception {
        WINDOWS.forEach(System::setProperty);
        client = HttpClient.newBuilder()
                .version(Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<Void> upgraded = client.send(request("/q/health/live"), BodyHandlers.discarding());
        assertThat(upgraded.version()).isEqualTo(Version.HTTP_2);
    }

    @AfterEach
    void disconnect() {
        client.shutdownNow();
        WINDOWS.keySet().forEach(System::clearProperty);
    }

    @Test
    void eachCallerOfAConnectionGetsItsOwnBytesHoweverSlowlyItReads() throws Exception {
        List<byte[]> contents = new ArrayList<>();
        List<InputStream> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] content = random(SIZE + i);
            String item = Evidence.item("documenter", content, Map.of());
            HttpResponse<InputStream> answer = download(item);
            assertThat(answer.version()).isEqualTo(Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
            contents.add(content);
            answers.add(answer.body());
        }

        byte[] piece = new byte[MIB];
        for (int at = 0; at < SIZE; at += MIB) {
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).readNBytes(piece, 0, MIB)).isEqualTo(MIB);
                assertThat(piece).isEqualTo(part(contents.get(i), at, MIB));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).readAllBytes()).isEqualTo(part(contents.get(i), SIZE, i));
        }
    }

    @Test
    void anAnswerThatIsCutIsNotTakenForWholeAndTheOthersGoOn() throws Exception {
        byte[] content = random(3 * MIB);
        String whole = Evidence.item("documenter", content, Map.of());
        String tampered = Kept.tampered(stores, random(3 * MIB + 1), 2 * MIB + 1000);

        InputStream other = download(whole).body();
        InputStream cut = download(tampered).body();
        assertThatThrownBy(cut::readAllBytes).isInstanceOf(IOException.class);
        assertThat(other.readAllBytes()).isEqualTo(content);
    }

    private HttpResponse<InputStream> download(String item) throws IOException, InterruptedException {
        return client.send(request("/api/v1/items/" + item + "/content"), BodyHandlers.ofInputStream());
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.of("documenter"))
                .build();
    }

    private static byte[] part(byte[] content, int from, int length) {
        return Arrays.copyOfRange(content, from, from + length);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
