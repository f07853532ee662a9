package org.aletheia.platform.objectstore.minio;

import io.minio.MinioAsyncClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.aletheia.platform.objectstore.ObjectStoreConfig;

/** Opens the client that {@link ObjectStoreConfig} describes. Logs no request and no body. */
final class S3ClientFactory {
    private static final long IDLE_MINUTES = 5;

    private S3ClientFactory() {}

    static S3Client open(ObjectStoreConfig config, Clock clock) {
        MinioAsyncClient configured = MinioAsyncClient.builder()
                .endpoint(config.endpoint().toString())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .httpClient(http(config), true)
                .build();
        return new S3Client(configured, config.region(), clock, signsPayloads(config));
    }

    private static OkHttpClient http(ObjectStoreConfig config) {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .socketFactory(new StoreSocketFactory(config.ioTimeout()))
                .connectionPool(new ConnectionPool(config.idleConnections(), IDLE_MINUTES, TimeUnit.MINUTES))
                .connectTimeout(config.connectTimeout())
                .readTimeout(Duration.ZERO) // the socket looks after it
                .writeTimeout(config.ioTimeout())
                .followRedirects(false)
                .build();
    }

    private static boolean protectsInTransit(URI endpoint) {
        String host = Objects.requireNonNullElse(endpoint.getHost(), "");
        return "https".equals(endpoint.getScheme())
                || host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private static boolean signsPayloads(ObjectStoreConfig config) {
        return switch (config.payloadSignature()) {
            case SIGNED -> true;
            case UNSIGNED -> false;
            case AUTO -> !protectsInTransit(config.endpoint());
        };
    }
}
