package org.aletheia.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points the server under test at the running stack, with a database, buckets, index prefix, log origin and key folder
 * that only this run uses; removes them at the end.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {
    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private @Nullable Stack stack;
    private @Nullable TestDatabase database;
    private @Nullable TestBuckets buckets;
    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            return start(Stack.running());
        } catch (Exception e) {
            throw new IllegalStateException("the stack does not serve this run", e);
        }
    }

    private Map<String, String> start(Stack running) throws Exception {
        stack = running;
        database = TestDatabase.create(running, "aletheia_test_" + run);
        buckets = TestBuckets.create(running, run);
        folder = Files.createTempDirectory("aletheia-test-");
        Map<String, String> properties = new HashMap<>(running.serverProperties());
        for (String datasource : List.of("datasource", "datasource.follower", "datasource.vault")) {
            properties.put("quarkus." + datasource + ".jdbc.url", database.url());
        }
        properties.put("quarkus.flyway.jdbc-url", database.url());
        properties.putAll(buckets.properties());
        properties.put("aletheia.search.index-prefix", prefix());
        properties.put("aletheia.log.origin", "127.0.0.1/test-" + run);
        properties.put("aletheia.keys.directory", folder.resolve("keys").toString());
        properties.put("quarkus.http.test-port", "0");
        return properties;
    }

    @Override
    public void stop() {
        try (TestDatabase d = database;
                TestBuckets b = buckets) {
            removeIndices();
            removeFolder();
        } catch (Exception e) {
            throw new IllegalStateException("this run's leftovers could not be removed", e);
        }
    }

    private String prefix() {
        return "t" + run;
    }

    private void removeIndices() throws IOException, InterruptedException {
        if (stack == null) {
            return;
        }
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
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
