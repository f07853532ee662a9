package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Stack;

/** What lies in the buckets of a trial, past its servers: where somebody with the store's credentials does harm. */
final class StoredBytes {
    private final Trial trial;
    private final MinioClient client;
    private final Map<String, byte[]> stored = new HashMap<>();

    StoredBytes(Trial trial) {
        this.trial = trial;
        Stack stack = Stack.running();
        this.client = MinioClient.builder()
                .endpoint(stack.get("aletheia.object-store.endpoint"))
                .credentials(
                        stack.get("aletheia.object-store.access-key"), stack.get("aletheia.object-store.secret-key"))
                .region(stack.get("aletheia.object-store.region"))
                .build();
    }

    /** Changes a bit of an item's bytes, of which the second bucket has a copy by then. */
    void damage(String item) throws Exception {
        byte[] bytes = read("evidence-bucket", item);
        stored.put(item, bytes);
        write("evidence-copy-bucket", item, bytes);
        byte[] damaged = bytes.clone();
        damaged[damaged.length - 1] ^= 1;
        write("evidence-bucket", item, damaged);
    }

    /** Whether the bytes are again what they were before the damage. */
    boolean isAsStored(String item) throws Exception {
        return Arrays.equals(stored.get(item), read("evidence-bucket", item));
    }

    /** Whether a bucket has an object of that name. */
    boolean has(String bucket, String object) throws Exception {
        try {
            client.statObject(StatObjectArgs.builder()
                    .bucket(trial.setting("aletheia.object-store." + bucket))
                    .object(object)
                    .build());
            return true;
        } catch (ErrorResponseException e) {
            assertThat(e.errorResponse().code()).isIn("NoSuchKey", "NoSuchObject");
            return false;
        }
    }

    /** The text of an object. */
    String text(String bucket, String object) throws Exception {
        try (var in = client.getObject(GetObjectArgs.builder()
                .bucket(trial.setting("aletheia.object-store." + bucket))
                .object(object)
                .build())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] read(String bucket, String item) throws Exception {
        try (var in = client.getObject(GetObjectArgs.builder()
                .bucket(trial.setting("aletheia.object-store." + bucket))
                .object(key(item))
                .build())) {
            return in.readAllBytes();
        }
    }

    private void write(String bucket, String item, byte[] bytes) throws Exception {
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(trial.setting("aletheia.object-store." + bucket))
                        .object(key(item))
                        .stream(new ByteArrayInputStream(bytes), bytes.length, -1)
                        .build());
    }

    private String key(String item) throws Exception {
        try (Connection database = trial.database();
                PreparedStatement statement = database.prepareStatement("select object_id from item where id = ?")) {
            statement.setObject(1, UUID.fromString(item));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return "content/" + row.getString(1);
            }
        }
    }
}
