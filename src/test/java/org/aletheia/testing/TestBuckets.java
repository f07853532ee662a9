package org.aletheia.testing;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.List;
import java.util.Map;

/** Three buckets of one test run, removed at the end. */
final class TestBuckets implements AutoCloseable {
    private static final List<String> ROLES = List.of("evidence", "log", "keys");

    private final MinioClient client;
    private final String run;

    private TestBuckets(MinioClient client, String run) {
        this.client = client;
        this.run = run;
    }

    static TestBuckets create(Stack stack, String run) throws Exception {
        MinioClient client = MinioClient.builder()
                .endpoint(stack.get("aletheia.object-store.endpoint"))
                .credentials(
                        stack.get("aletheia.object-store.access-key"), stack.get("aletheia.object-store.secret-key"))
                .region(stack.get("aletheia.object-store.region"))
                .build();
        TestBuckets buckets = new TestBuckets(client, run);
        for (String role : ROLES) {
            client.makeBucket(
                    MakeBucketArgs.builder().bucket(buckets.name(role)).build());
        }
        return buckets;
    }

    Map<String, String> properties() {
        return Map.of(
                "aletheia.object-store.evidence-bucket", name("evidence"),
                "aletheia.object-store.log-bucket", name("log"),
                "aletheia.object-store.keys-bucket", name("keys"));
    }

    private String name(String role) {
        return "t" + run + "-" + role;
    }

    @Override
    public void close() throws Exception {
        for (String role : ROLES) {
            ListObjectsArgs all =
                    ListObjectsArgs.builder().bucket(name(role)).recursive(true).build();
            for (Result<Item> item : client.listObjects(all)) {
                client.removeObject(RemoveObjectArgs.builder()
                        .bucket(name(role))
                        .object(item.get().objectName())
                        .build());
            }
            client.removeBucket(RemoveBucketArgs.builder().bucket(name(role)).build());
        }
    }
}
