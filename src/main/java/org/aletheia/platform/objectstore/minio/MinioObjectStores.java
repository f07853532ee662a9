package org.aletheia.platform.objectstore.minio;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig;
import org.aletheia.platform.objectstore.ObjectStores;

/** All buckets on one client. Prepared before the server takes requests; an unsafe store stops the start. */
@Startup
@ApplicationScoped
public class MinioObjectStores implements ObjectStores, AutoCloseable {
    private static final BucketFeatures UNKNOWN = new BucketFeatures(false, false);

    private final ObjectStoreConfig config;
    private final S3Client client;
    private final S3Calls calls;
    private Map<Bucket, ObjectStore> stores = Map.of();

    public MinioObjectStores(ObjectStoreConfig config, Clock clock) {
        this.config = config;
        this.client = S3ClientFactory.open(config, clock);
        this.calls = new S3Calls(client);
    }

    /** The buckets as they are, for a command that only reads: none is made, changed or asked what it can do. */
    public static MinioObjectStores unprepared(ObjectStoreConfig config, Clock clock) {
        MinioObjectStores made = new MinioObjectStores(config, clock);
        made.stores = Arrays.stream(Bucket.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        bucket -> new MinioObjectStore(made.calls, bucket, made.name(bucket), UNKNOWN)));
        return made;
    }

    @PostConstruct
    void prepare() {
        StorePreparation preparation = new StorePreparation(new BucketSetup(client), config);
        stores = Arrays.stream(Bucket.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), bucket -> store(preparation, bucket)));
    }

    @Override
    public ObjectStore of(Bucket bucket) {
        ObjectStore store = stores.get(bucket);
        if (store == null) {
            throw new IllegalStateException("the object store is not prepared yet");
        }
        return store;
    }

    /** Another bucket of this store, as it is: what a log was published in before, to be read by a command. */
    public ObjectStore earlierLog(String name) {
        return new MinioObjectStore(calls, Bucket.LOG, name, UNKNOWN);
    }

    /** As it is: it belongs to whoever copies into it. */
    @Override
    public Optional<ObjectStore> evidenceCopies() {
        return config.evidenceCopyBucket().map(name -> new MinioObjectStore(calls, Bucket.EVIDENCE, name, UNKNOWN));
    }

    @Override
    @PreDestroy
    public void close() throws Exception {
        client.close();
    }

    private ObjectStore store(StorePreparation preparation, Bucket bucket) {
        String name = name(bucket);
        return new MinioObjectStore(calls, bucket, name, preparation.prepare(bucket, name));
    }

    private String name(Bucket bucket) {
        return switch (bucket) {
            case EVIDENCE -> config.evidenceBucket();
            case LOG -> config.logBucket();
            case KEYS -> config.keysBucket();
        };
    }
}
