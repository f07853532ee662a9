package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
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
    private static final long RECOVERY_SECONDS = 60;

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
            trial.enrol(server);
            Map<String, String> acknowledged = new ConcurrentHashMap<>();
            Map<Integer, String> refusals = new ConcurrentHashMap<>();
            var working = new AtomicBoolean(true);
            Thread load = Thread.ofPlatform().start(() -> work(server, working, acknowledged, refusals));
            for (int i = 0; i < 3; i++) {
                TimeUnit.SECONDS.sleep(2);
                line.cut();
                TimeUnit.SECONDS.sleep(1);
                line.mend();
            }
            int before = acknowledged.size();
            awaitMore(acknowledged, before);
            working.set(false);
            load.join();

            assertThat(refusals.keySet())
                    .as("answers during the outage: " + refusals)
                    .containsOnly(503);
            var documenter = new Documenter(server);
            for (var item : acknowledged.entrySet()) {
                assertThat(documenter.contentDigest(item.getKey())).isEqualTo(item.getValue());
                assertThat(Proven.custodyOf(documenter, item.getKey())).isPositive();
            }
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

    private static void awaitMore(Map<String, String> acknowledged, int than) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
        while (acknowledged.size() < than + 5 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(acknowledged.size()).as("intake after the outage").isGreaterThanOrEqualTo(than + 5);
    }

    private static List<String> itemsOf(Documenter documenter) throws Exception {
        return JsonPath.from(documenter.get("/api/v1/items").body()).getList("items.id");
    }
}
