package org.aletheia.testing;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The buckets of one test run, removed at the end as far as the store lets go of them. */
final class TestBuckets implements AutoCloseable {
    private static final List<String> ROLES = List.of("evidence", "log", "keys", "copies");

    private final MinioClient client;
    private final String run;
    private final List<String> roles = new ArrayList<>(ROLES);

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
            buckets.make(stack, role);
        }
        return buckets;
    }

    /** One more bucket for a log; its name. */
    String anotherLog(Stack stack) throws Exception {
        String role = "log-" + roles.size();
        make(stack, role);
        roles.add(role);
        return name(role);
    }

    private void make(Stack stack, String role) throws Exception {
        boolean locks = stack.get("aletheia.object-store.object-lock").equals("required");
        client.makeBucket(MakeBucketArgs.builder()
                .bucket(name(role))
                .objectLock(locks && (role.equals("evidence") || role.startsWith("log")))
                .build());
    }

    /** Takes away what lies below a prefix. */
    void remove(String bucket, String prefix) throws Exception {
        ListObjectsArgs all = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build();
        for (Result<Item> item : client.listObjects(all)) {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(item.get().objectName())
                    .build());
        }
    }

    Map<String, String> properties() {
        return Map.of(
                "aletheia.object-store.evidence-bucket", name("evidence"),
                "aletheia.object-store.log-bucket", name("log"),
                "aletheia.object-store.keys-bucket", name("keys"),
                "aletheia.object-store.evidence-copy-bucket", name("copies"));
    }

    private String name(String role) {
        return "t" + run + "-" + role;
    }

    @Override
    public void close() throws Exception {
        for (String role : roles) {
            remove(name(role), "");
            remove(name(role));
        }
    }

    /** Locked versions, and with S3Proxy the parts of uploads whose server was killed, stay until the stack's data go. */
    private void remove(String bucket) throws Exception {
        try {
            client.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());
        } catch (ErrorResponseException e) {
            if (!e.errorResponse().code().equals("BucketNotEmpty")) {
                throw e;
            }
        }
    }
}
