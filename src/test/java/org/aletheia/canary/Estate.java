package org.aletheia.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.PGConnection;

/** Everything that the server and the servers beside it have written, looked through for what was planted. */
final class Estate {
    private static final int LARGEST_OBJECT = 1 << 26;
    private static final Pattern SCROLL = Pattern.compile("\"_scroll_id\"\\s*:\\s*\"([^\"]+)\"");

    private final ByteSearch search;
    private final ObjectStores stores;
    private final Path data = Objects.requireNonNull(
            Path.of(System.getProperty("aletheia.stack")).toAbsolutePath().getParent());
    private final Map<String, Set<String>> found = new TreeMap<>();
    private final Set<String> looked = new TreeSet<>();

    Estate(ByteSearch search, ObjectStores stores) {
        this.search = search;
        this.stores = stores;
    }

    /** What was found where: the kinds of places, each with what was planted and the place. */
    Map<String, Set<String>> found() {
        return found;
    }

    /** The kinds of places that were looked through. */
    Set<String> looked() {
        return looked;
    }

    void text(String kind, String place, String text) throws IOException {
        look(kind, place, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Every column of every row of every table outside the vault, as the database holds it. */
    void tables() throws SQLException, IOException {
        List<String> tables = AdminDatabase.column(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'");
        try (Connection connection = AdminDatabase.connect()) {
            for (String table : tables) {
                Rows rows = new Rows(connection.unwrap(PGConnection.class), table);
                try (InputStream bytes = rows.open()) {
                    look("tables", table, bytes);
                }
                rows.end();
            }
        }
    }

    /** Pages, write-ahead log, logs and temporary files of PostgreSQL; those of the vault's tables too, which are sealed. */
    void databaseFiles() throws SQLException, IOException {
        try (Connection connection = AdminDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        files("database files", data.resolve("postgres/cluster"));
    }

    /** What search knows, as it was sent to it and as it has it on disk. */
    void index() throws IOException, InterruptedException {
        String prefix = ConfigProvider.getConfig().getValue("aletheia.search.index-prefix", String.class);
        send("POST", "/" + prefix + "-*/_refresh", "");
        send("POST", "/" + prefix + "-*/_flush?force=true", "");
        String all = "{\"size\":1000,\"query\":{\"match_all\":{}},\"fields\":[\"*\"]}";
        String page = send("POST", "/" + prefix + "-*/_search?scroll=1m", all);
        while (page.contains("\"_id\"")) {
            text("index", "_search", page);
            Matcher next = SCROLL.matcher(page);
            assertThat(next.find()).isTrue();
            page = send("POST", "/_search/scroll", "{\"scroll\":\"1m\",\"scroll_id\":\"" + next.group(1) + "\"}");
        }
        text("index", "_mapping", send("GET", "/" + prefix + "-*/_mapping", ""));
        files("index files", data.resolve("elasticsearch"));
    }

    /** Whether some document is found by a word, in whatever field. */
    boolean isIndexed(String word) throws IOException, InterruptedException {
        String prefix = ConfigProvider.getConfig().getValue("aletheia.search.index-prefix", String.class);
        String query = "{\"query\":{\"simple_query_string\":{\"query\":\"" + word + " | " + word.substring(0, 8)
                + "*\",\"analyze_wildcard\":true}}}";
        String answer = send("POST", "/" + prefix + "-*/_search", query);
        assertThat(answer).contains("\"hits\"");
        return !answer.contains("\"total\":{\"value\":0");
    }

    /** Every object of every bucket, its name too, and what the store has on disk. */
    void objects() throws IOException {
        for (Bucket bucket : Bucket.values()) {
            ObjectStore store = stores.of(bucket);
            List<String> keys = new ArrayList<>();
            store.list("", object -> keys.add(object.key()));
            for (String key : keys) {
                text("objects", bucket + "/name", key);
                look("objects", bucket + "/" + key, new ByteArrayInputStream(store.readAll(key, LARGEST_OBJECT)));
            }
        }
        files("object files", data.resolve("s3proxy"));
    }

    /** What the servers beside this one have logged. */
    void logs() throws IOException {
        files("logs", data.resolve("logs"));
        files("logs", data.resolve("run"));
    }

    private void files(String kind, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return; // a stack of other programs: what they keep is seen through their interfaces
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            text(kind, "name of a file", file.toString());
            try (InputStream bytes = Files.newInputStream(file)) {
                look(kind, data.relativize(file).toString(), bytes);
            } catch (NoSuchFileException e) {
                // gone since it was listed: servers are at work
            }
        }
    }

    private void look(String kind, String place, InputStream bytes) throws IOException {
        looked.add(kind);
        for (String planted : search.in(bytes)) {
            found.computeIfAbsent(kind, none -> new TreeSet<>()).add(planted + " in " + place);
        }
    }

    private static String send(String method, String path, String body) throws IOException, InterruptedException {
        String url = ConfigProvider.getConfig().getValue("aletheia.search.url", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** A table in PostgreSQL's binary form: every value as its bytes, nothing escaped. */
    private static final class Rows {
        private final PGConnection connection;
        private final String table;
        private final List<Exception> failures = new ArrayList<>();

        Rows(PGConnection connection, String table) {
            this.connection = connection;
            this.table = table;
        }

        InputStream open() throws IOException {
            PipedInputStream in = new PipedInputStream(1 << 16);
            OutputStream out = new PipedOutputStream(in);
            Thread copier = Thread.ofVirtual().start(() -> copy(out));
            return new FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    try {
                        copier.join();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    super.close();
                }
            };
        }

        private void copy(OutputStream out) {
            try (out) {
                connection.getCopyAPI().copyOut("copy (select * from " + table + ") to stdout (format binary)", out);
            } catch (SQLException | IOException e) {
                failures.add(e);
            }
        }

        void end() {
            if (!failures.isEmpty()) {
                throw new IllegalStateException(table, failures.getFirst());
            }
        }
    }
}
