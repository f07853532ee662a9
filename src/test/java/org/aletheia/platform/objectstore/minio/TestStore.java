package org.aletheia.platform.objectstore.minio;

import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig;
import org.aletheia.testing.Stack;

/** The log bucket of one test on the stack's S3, through the product's own adapter and without the server. */
public final class TestStore implements AutoCloseable {
    private static final List<String> ROLES = List.of("evidence", "log", "keys");

    private final MinioObjectStores stores;
    private final Stack stack;
    private final String prefix;

    private TestStore(MinioObjectStores stores, Stack stack, String prefix) {
        this.stores = stores;
        this.stack = stack;
        this.prefix = prefix;
    }

    /** @param prefix of the bucket's names */
    public static TestStore create(Stack stack, String prefix) {
        Map<String, String> properties = new HashMap<>(stack.serverProperties());
        for (String role : ROLES) {
            properties.put("aletheia.object-store." + role + "-bucket", prefix + "-" + role);
        }
        properties.keySet().removeIf(name -> !name.startsWith("aletheia.object-store."));
        ObjectStoreConfig config = new SmallRyeConfigBuilder()
                .withMapping(ObjectStoreConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(ObjectStoreConfig.class);
        MinioObjectStores stores = new MinioObjectStores(config, Clock.systemUTC());
        stores.prepare();
        return new TestStore(stores, stack, prefix);
    }

    /** The bucket of the log. */
    public ObjectStore log() {
        return stores.of(Bucket.LOG);
    }

    @Override
    public void close() throws Exception {
        log().list("", object -> log().delete(object.key()));
        stores.close();
        try (MinioClient client = MinioClient.builder()
                .endpoint(stack.get("aletheia.object-store.endpoint"))
                .credentials(
                        stack.get("aletheia.object-store.access-key"), stack.get("aletheia.object-store.secret-key"))
                .build()) {
            for (String role : ROLES) {
                client.removeBucket(
                        RemoveBucketArgs.builder().bucket(prefix + "-" + role).build());
            }
        }
    }
}
