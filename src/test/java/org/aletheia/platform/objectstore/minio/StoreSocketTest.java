package org.aletheia.platform.objectstore.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a server of a few lines, which falls silent as no store would when asked to. */
@Tag("unit")
class StoreSocketTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Test
    void bytesComeAsTheyWereSent() throws Exception {
        byte[] sent = new byte[1 << 20];
        new Random(7).nextBytes(sent);
        try (ServerSocket server = listen();
                Socket socket = connect(server);
                Socket peer = server.accept()) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(peer, sent));
            assertThat(socket.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            sending.join();
        }
    }

    @Test
    void aSilentStoreIsGivenUpAlsoWhereOkHttpDoesNotLookAfterTheTime() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .socketFactory(new StoreSocketFactory(PATIENCE))
                .readTimeout(Duration.ZERO)
                .retryOnConnectionFailure(false)
                .build();
        try (ServerSocket server = listen()) {
            CompletableFuture<Socket> peer = CompletableFuture.supplyAsync(() -> answerHalf(server));
            Request request = new Request.Builder()
                    .url("http://127.0.0.1:" + server.getLocalPort())
                    .build();
            try (Response response = client.newCall(request).execute();
                    Socket open = peer.join()) {
                InputStream body = response.body().byteStream();
                byte[] half = new byte[4];
                assertThat(body.read(half)).isEqualTo(4);
                assertThat(half).asString().isEqualTo("half");
                assertThatThrownBy(body::read).isInstanceOf(SocketTimeoutException.class);
                assertThat(open.isClosed()).isFalse();
            }
        }
    }

    @Test
    void aShorterTimeIsKept() throws Exception {
        try (ServerSocket server = listen();
                Socket socket = connect(server)) {
            socket.setSoTimeout(1);
            assertThat(socket.getSoTimeout()).isEqualTo(1);
            socket.setSoTimeout(0);
            assertThat(socket.getSoTimeout()).isEqualTo((int) PATIENCE.toMillis());
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Socket connect(ServerSocket server) throws IOException {
        return new StoreSocketFactory(PATIENCE).createSocket(server.getInetAddress(), server.getLocalPort());
    }

    private static void send(Socket peer, byte[] bytes) {
        try {
            peer.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Socket answerHalf(ServerSocket server) {
        try {
            Socket peer = server.accept();
            send(peer, "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            return peer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
