package org.aletheia.local.stack.service;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.local.stack.data.Secrets;

/** The product's three buckets on any S3, and the properties that lead to them. */
record Buckets(int port, String accessKey, String secretKey) {

    static final String REGION = "us-east-1";
    static final String EVIDENCE = "aletheia-evidence";
    static final String LOG = "aletheia-log";
    static final String KEYS = "aletheia-keys";

    static Buckets of(int port, String kind, Secrets secrets) {
        return new Buckets(port, secrets.get(kind + ".access-key"), secrets.get(kind + ".secret-key"));
    }

    boolean isReady() throws InterruptedException {
        try (MinioClient client = client()) {
            client.listBuckets();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    /** With Object Lock, a bucket must be born so. Keys are to be destroyable: their bucket is never locked. */
    void create(boolean objectLock) throws Exception {
        try (MinioClient client = client()) {
            create(client, EVIDENCE, objectLock);
            create(client, LOG, objectLock);
            create(client, KEYS, false);
        }
    }

    private static void create(MinioClient client, String bucket, boolean objectLock) throws Exception {
        if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            client.makeBucket(MakeBucketArgs.builder()
                    .bucket(bucket)
                    .objectLock(objectLock)
                    .build());
        }
    }

    private MinioClient client() {
        return MinioClient.builder()
                .endpoint("http://127.0.0.1:" + port)
                .region(REGION)
                .credentials(accessKey, secretKey)
                .build();
    }

    Map<String, String> properties(String kind, boolean objectLock) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("aletheia.object-store.endpoint", "http://127.0.0.1:" + port);
        properties.put("aletheia.object-store.access-key", accessKey);
        properties.put("aletheia.object-store.secret-key", secretKey);
        properties.put("aletheia.object-store.region", REGION);
        properties.put("aletheia.object-store.evidence-bucket", EVIDENCE);
        properties.put("aletheia.object-store.log-bucket", LOG);
        properties.put("aletheia.object-store.keys-bucket", KEYS);
        properties.put("aletheia.object-store.object-lock", objectLock ? "required" : "disabled");
        properties.put("stack.s3.kind", kind);
        return properties;
    }
}
