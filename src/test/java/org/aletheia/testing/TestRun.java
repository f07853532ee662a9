package org.aletheia.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one run of the server has for itself on the running stack: a database, buckets, an index prefix, a log origin and
 * a key folder. Closing removes all of it.
 */
public final class TestRun implements AutoCloseable {
    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Stack stack;
    private final TestDatabase database;
    private final TestBuckets buckets;
    private final Path folder;

    private TestRun(Stack stack) throws Exception {
        this.stack = stack;
        this.database = TestDatabase.create(stack, "aletheia_test_" + run);
        this.buckets = TestBuckets.create(stack, run);
        this.folder = Files.createTempDirectory("aletheia-test-");
    }

    /** Makes room on the stack that {@code -Daletheia.stack} names. */
    public static TestRun begin() throws Exception {
        return new TestRun(Stack.running());
    }

    /** The server's configuration, passwords included. */
    public Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(stack.serverProperties());
        for (String datasource : List.of("datasource", "datasource.follower", "datasource.vault")) {
            properties.put("quarkus." + datasource + ".jdbc.url", database.url());
        }
        properties.put("quarkus.flyway.jdbc-url", database.url());
        properties.putAll(buckets.properties());
        properties.put("aletheia.search.index-prefix", prefix());
        properties.put("aletheia.custodians.wrap-every", "1S");
        properties.put("aletheia.log.origin", "127.0.0.1/test-" + run);
        properties.put("aletheia.keys.directory", folder.resolve("keys").toString());
        properties.putAll(TestPartners.properties());
        return properties;
    }

    /** One more bucket for a log, empty; its name. */
    public String anotherLogBucket() throws Exception {
        return buckets.anotherLog(stack);
    }

    /** Takes away what lies below a prefix in a bucket of this run, as somebody would who may write there. */
    public void damage(String bucket, String prefix) throws Exception {
        buckets.remove(bucket, prefix);
    }

    /** A folder of this run. */
    public Path folder() {
        return folder;
    }

    /** The stack that it runs on. */
    public Stack stack() {
        return stack;
    }

    /** Remembers the database as it is now; no server may run. */
    public void backUp() throws SQLException {
        database.backUp();
    }

    /** Sets the database, and nothing else, back to what was remembered, under servers that run. */
    public void restore() throws SQLException {
        database.restore();
    }

    @Override
    public void close() throws Exception {
        try (TestDatabase d = database;
                TestBuckets b = buckets) {
            removeIndices();
            removeFolder();
        }
    }

    private String prefix() {
        return "t" + run;
    }

    private void removeIndices() throws IOException, InterruptedException {
        String search = stack.get("aletheia.search.url");
        String names = send(HttpRequest.newBuilder(URI.create(search + "/_cat/indices/" + prefix() + "*?h=index")));
        for (String name :
                names.lines().filter(line -> line.startsWith(prefix())).toList()) {
            send(HttpRequest.newBuilder(URI.create(search + "/" + name.strip())).DELETE());
        }
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
