package org.aletheia.local.bench;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.messages.DeleteError;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aletheia.local.demo.client.StackProperties;

/**
 * A database, buckets, keys and a log of their own on the running stack, for what fills a journal with made-up events. All
 * of it is removed at the end, and at the start what a run left that was killed.
 */
final class OwnEstate implements AutoCloseable {
    private static final String DATABASE = "aletheia_bench";
    private static final String BUCKET = "aletheia-bench-own-";
    private static final List<String> BUCKETS = List.of("evidence", "log", "keys");

    private final StackProperties stack;
    private final MinioClient minio;
    private final Path keys;

    OwnEstate(StackProperties stack, Path folder) throws Exception {
        this.stack = stack;
        this.keys = folder.resolve("bench-keys");
        this.minio = MinioClient.builder()
                .endpoint(stack.get("aletheia.object-store.endpoint"))
                .region(stack.get("aletheia.object-store.region"))
                .credentials(
                        stack.get("aletheia.object-store.access-key"), stack.get("aletheia.object-store.secret-key"))
                .build();
        close();
        admin("create database " + DATABASE + " owner aletheia_owner encoding 'UTF8' template template0");
    }

    /** The server's settings. The indexer does not follow: it would look for the records of made-up events. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        for (String url :
                List.of("datasource.jdbc.", "datasource.follower.jdbc.", "datasource.vault.jdbc.", "flyway.jdbc-")) {
            settings.add("quarkus." + url + "url=" + url());
        }
        for (String bucket : BUCKETS) {
            settings.add("aletheia.object-store." + bucket + "-bucket=" + BUCKET + bucket);
        }
        settings.add("aletheia.log.origin=127.0.0.1/bench");
        settings.add("aletheia.keys.directory=" + keys);
        settings.add("aletheia.followers.enabled=false");
        settings.add("aletheia.timestamps.interval=1H"); // the product's own; the stack asks more often
        return settings;
    }

    /** Address of the database, for any role. */
    String url() {
        String admin = stack.get("stack.postgres.admin-url");
        return admin.substring(0, admin.lastIndexOf('/') + 1) + DATABASE;
    }

    /** A connection past all walls; the caller closes it. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url(), stack.get("stack.postgres.admin-user"), stack.get("stack.postgres.admin-password"));
    }

    @Override
    public void close() throws Exception {
        admin("drop database if exists " + DATABASE + " with (force)");
        for (String bucket : BUCKETS) {
            remove(BUCKET + bucket);
        }
        removeKeys();
    }

    private void remove(String bucket) throws Exception {
        if (!minio.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            return;
        }
        List<DeleteObject> all = new ArrayList<>();
        for (Result<Item> object : minio.listObjects(
                ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            all.add(new DeleteObject(object.get().objectName()));
        }
        for (Result<DeleteError> failed : minio.removeObjects(
                RemoveObjectsArgs.builder().bucket(bucket).objects(all).build())) {
            throw new IOException(bucket + " keeps " + failed.get().objectName());
        }
        minio.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());
    }

    private void removeKeys() throws IOException {
        if (Files.exists(keys)) {
            try (Stream<Path> files = Files.walk(keys)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void admin(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        stack.get("stack.postgres.admin-url"),
                        stack.get("stack.postgres.admin-user"),
                        stack.get("stack.postgres.admin-password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
