package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.testing.Stack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dependencies go away and come back; the server answers clearly meanwhile and goes on by itself. */
@Tag("slow")
class OutageTest {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)");
    private static final List<String> DATABASES = List.of(
            "quarkus.datasource.jdbc.url", "quarkus.datasource.follower.jdbc.url", "quarkus.datasource.vault.jdbc.url");
    private static final String STORE = "aletheia.object-store.endpoint";
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Test
    void withoutTheObjectStoreIntakeRefusesClearlyAndKeepsNothing() throws Exception {
        URI store = URI.create(Stack.running().get(STORE));
        try (var line = new CutLine(store.getHost(), store.getPort());
                var trial = new Trial(Map.of(STORE, "http://127.0.0.1:" + line.port()));
                var server = trial.start()) {
            trial.enrol(server);
            var documenter = new Documenter(server);
            String submission = documenter.submission();
            String deposit = documenter.deposit(submission);
            var sample = new Sample(1, 100_000);

            line.cut();
            var refused = documenter.upload(deposit, sample.length(), sample::open, sample.sha256());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("storage-unavailable");
            assertThat(itemsOf(documenter)).isEmpty();

            line.mend();
            var accepted = documenter.upload(deposit, sample.length(), sample::open, sample.sha256());
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
            assertThat(documenter.contentDigest(accepted.text("id"))).isEqualTo(sample.hex());
        }
    }

    @Test
    void aDatabaseThatGoesAndComesBackUnderLoadLosesNothing() throws Exception {
        Matcher address = ADDRESS.matcher(Stack.running().get(DATABASES.getFirst()));
        assertThat(address.find()).isTrue();
        try (var line = new CutLine(address.group(1), Integer.parseInt(address.group(2)));
                var trial = new Trial(own -> throughLine(own, line));
                var server = trial.start()) {
            losesNothing(trial, server, () -> {
                line.cut();
                TimeUnit.SECONDS.sleep(1);
                line.mend();
            });
        }
    }

    /** A backend that dies makes PostgreSQL end all others and recover from its write-ahead log, as after a crash. */
    @Test
    void aDatabaseThatCrashesUnderLoadLosesNothing() throws Exception {
        try (var trial = new Trial(Map.of());
                var server = trial.start()) {
            losesNothing(trial, server, () -> ProcessHandle.of(recovered())
                    .orElseThrow()
                    .destroyForcibly());
        }
    }

    /** As {@link #backend}, once the database has recovered from the crash before, which takes long on a busy machine. */
    private static long recovered() {
        return await().atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(OutageTest::backend, backend -> true);
    }

    /** Process id of a connection to the database that does nothing else. */
    private static long backend() throws SQLException {
        Stack stack = Stack.running();
        try (Connection connection = DriverManager.getConnection(
                        stack.get("stack.postgres.admin-url"),
                        stack.get("stack.postgres.admin-user"),
                        stack.get("stack.postgres.admin-password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type = 'client backend' and pid <>"
                                + " pg_backend_pid() limit 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private interface Outage {
        void happen() throws Exception;
    }

    /** Three outages under load: whatever is refused is refused with 503, whatever was acknowledged is whole. */
    private static void losesNothing(Trial trial, RunningServer server, Outage outage) throws Exception {
        trial.enrol(server);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        Map<Integer, String> refusals = new ConcurrentHashMap<>();
        var working = new AtomicBoolean(true);
        Thread load = Thread.ofPlatform().start(() -> work(server, working, acknowledged, refusals));
        try {
            for (int i = 0; i < 3; i++) {
                int before = acknowledged.size();
                TimeUnit.SECONDS.sleep(2);
                outage.happen();
                awaitMore(acknowledged, before);
            }
        } finally {
            working.set(false);
            load.join();
        }
        assertThat(refusals.keySet())
                .as("answers during the outages: " + refusals)
                .isSubsetOf(503);
        var documenter = new Documenter(server);
        for (var item : acknowledged.entrySet()) {
            assertThat(documenter.contentDigest(item.getKey())).isEqualTo(item.getValue());
            assertThat(Proven.custodyOf(documenter, item.getKey())).isPositive();
        }
    }

    /** The same database addresses, led over the line. */
    private static Map<String, String> throughLine(Map<String, String> properties, CutLine line) {
        Map<String, String> led = new HashMap<>();
        for (String name : DATABASES) {
            led.put(name, ADDRESS.matcher(properties.get(name)).replaceFirst("//127.0.0.1:" + line.port()));
        }
        return led;
    }

    private static void work(
            RunningServer server,
            AtomicBoolean working,
            Map<String, String> acknowledged,
            Map<Integer, String> refusals) {
        var documenter = new Documenter(server);
        try {
            String submission = documenter.submission();
            for (long seed = 1; working.get(); seed++) {
                var sample = new Sample(seed, 20_000);
                var deposit = documenter.tryDeposit(submission);
                if (deposit.status() != 201) {
                    refusals.put(deposit.status(), deposit.body());
                    continue;
                }
                var answer = documenter.upload(deposit.text("id"), sample.length(), sample::open, sample.sha256());
                if (answer.status() == 201) {
                    acknowledged.put(answer.text("id"), sample.hex());
                } else {
                    refusals.put(answer.status(), answer.body());
                }
            }
        } catch (Exception e) {
            refusals.put(-1, e.toString());
        }
    }

    private static void awaitMore(Map<String, String> acknowledged, int than) {
        await("intake after the outage").atMost(RECOVERY).until(() -> acknowledged.size() >= than + 5);
    }

    private static List<String> itemsOf(Documenter documenter) throws Exception {
        return JsonPath.from(documenter.get("/api/v1/items").body()).getList("items.id");
    }
}
