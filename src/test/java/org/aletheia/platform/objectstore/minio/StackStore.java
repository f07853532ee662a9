package org.aletheia.platform.objectstore.minio;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.aletheia.platform.objectstore.ObjectStoreConfig;

/** The stores of a test on the S3 of the running stack: buckets of its own, emptied by nobody else. */
public final class StackStore {
    private StackStore() {}

    /** Opens and prepares the buckets; closed with the process. */
    public static MinioObjectStores open(ObjectStoreConfig config) {
        MinioObjectStores stores = new MinioObjectStores(config, Clock.systemUTC());
        stores.prepare();
        return stores;
    }

    /** Fresh bucket names on the stack that {@code -Daletheia.stack} names. */
    public static Settings settings() {
        Properties stack = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("aletheia.stack")))) {
            stack.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Settings(
                URI.create(stack.getProperty("aletheia.object-store.endpoint")),
                stack.getProperty("aletheia.object-store.access-key"),
                stack.getProperty("aletheia.object-store.secret-key"),
                "t" + UUID.randomUUID(),
                ObjectStoreConfig.ObjectLock.DISABLED,
                ObjectStoreConfig.PayloadSignature.AUTO,
                Duration.ofSeconds(30));
    }

    /** What a test sets; the rest is as the product's defaults. */
    public record Settings(
            URI endpoint,
            String accessKey,
            String secretKey,
            String bucketPrefix,
            ObjectLock objectLock,
            PayloadSignature payloadSignature,
            Duration ioTimeout)
            implements ObjectStoreConfig {

        /** The same store behind another address, for a proxy in between. */
        public Settings at(URI other) {
            return new Settings(other, accessKey, secretKey, bucketPrefix, objectLock, payloadSignature, ioTimeout);
        }

        public Settings requiring(ObjectLock lock) {
            return new Settings(endpoint, accessKey, secretKey, bucketPrefix, lock, payloadSignature, ioTimeout);
        }

        public Settings signing(PayloadSignature signature) {
            return new Settings(endpoint, accessKey, secretKey, bucketPrefix, objectLock, signature, ioTimeout);
        }

        /** For objects so large that a busy disk takes its time. */
        public Settings waiting(Duration longer) {
            return new Settings(endpoint, accessKey, secretKey, bucketPrefix, objectLock, payloadSignature, longer);
        }

        @Override
        public Optional<String> evidenceCopyBucket() {
            return Optional.empty();
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public String evidenceBucket() {
            return bucketPrefix + "-e";
        }

        @Override
        public String logBucket() {
            return bucketPrefix + "-l";
        }

        @Override
        public String keysBucket() {
            return bucketPrefix + "-k";
        }

        @Override
        public boolean createBuckets() {
            return true;
        }

        @Override
        public Duration startTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int idleConnections() {
            return 16;
        }
    }
}
