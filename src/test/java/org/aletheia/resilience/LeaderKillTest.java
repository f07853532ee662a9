package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.aletheia.testing.Stack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of two busy replicas the one that is just giving events their indexes is killed, again and again. */
@Tag("campaign")
class LeaderKillTest {
    private static final int KILLS = 50;
    private static final int CLIENTS = 4;
    private static final long BYTES = 20_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final String FOLLOWER_URL = "quarkus.datasource.follower.jdbc.url";
    /** Whoever sequences holds a lock for the time of its transaction. */
    private static final String LEADER = """
            select a.application_name from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted
            and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('aletheia/sequencing', 0)
            and l.database = (select oid from pg_database where datname = current_database())""";

    private static final String GAPS_OR_DOUBLES = """
            select count(*) - count(distinct log_index), coalesce(max(log_index) + 1, 0) - count(*) from journal""";

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, String> refusals = new ConcurrentHashMap<>();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicLong seeds = new AtomicLong(1);
    private final RunningServer[] replicas = new RunningServer[2];

    @Test
    void fiftyKilledLeadersNeitherForkNorLose() throws Exception {
        try (Trial trial = new Trial(Map.of());
                Connection database = database(trial)) {
            replicas[0] = start(trial, 0);
            replicas[1] = start(trial, 1);
            trial.enrol(replicas[0]);
            LogWatch log = new LogWatch();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int first = i % 2;
                clients.add(Thread.ofPlatform().start(() -> work(first)));
            }
            int[] killed = new int[2];
            for (int i = 0; i < KILLS; i++) {
                int leader = leader(database);
                replicas[leader].kill();
                killed[leader]++;
                log.extended(replicas[1 - leader]);
                replicas[leader] = start(trial, leader);
                log.extended(replicas[leader]);
            }
            working.set(false);
            for (Thread client : clients) {
                client.join();
            }
            System.out.println("Killed while they sequenced: " + killed[0] + " and " + killed[1]
                    + " times; acknowledged: " + acknowledged.size());
            verify(trial, database, log);
        } finally {
            working.set(false);
            for (RunningServer replica : replicas) {
                if (replica != null) {
                    replica.close();
                }
            }
        }
    }

    private void verify(Trial trial, Connection database, LogWatch log) throws Exception {
        assertThat(refusals.keySet()).as("answers: " + refusals).isSubsetOf(503);
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        Documenter documenter = new Documenter(replicas[0]);
        for (var item : acknowledged.entrySet()) {
            assertThat(documenter.contentDigest(item.getKey())).isEqualTo(item.getValue());
            assertThat(Proven.custodyOf(documenter, item.getKey())).isPositive();
        }
        assertThat(log.verifyEveryEvent(replicas[1])).isGreaterThanOrEqualTo(acknowledged.size());
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(GAPS_OR_DOUBLES)) {
            row.next();
            assertThat(row.getLong(1)).as("indexes given twice").isZero();
            assertThat(row.getLong(2)).as("indexes left out").isZero();
        }
        assertThat(trial.fsck()).isEmpty();
    }

    private static RunningServer start(Trial trial, int number) throws IOException, InterruptedException {
        String url = trial.setting(FOLLOWER_URL);
        String named = url + (url.contains("?") ? "&" : "?") + "ApplicationName=replica-" + number;
        return trial.start(Map.of(FOLLOWER_URL, named));
    }

    private static Connection database(Trial trial) throws SQLException {
        Stack stack = Stack.running();
        return DriverManager.getConnection(
                trial.setting(FOLLOWER_URL),
                stack.get("stack.postgres.admin-user"),
                stack.get("stack.postgres.admin-password"));
    }

    /** Waits until a replica is seen while it sequences. */
    private static int leader(Connection database) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Optional<Integer> leader = Optional.empty();
        while (leader.isEmpty()) {
            assertThat(System.nanoTime()).as("nobody sequences").isLessThan(end);
            leader = askLeader(database);
        }
        return leader.get();
    }

    private static Optional<Integer> askLeader(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(LEADER)) {
            return row.next() && row.getString(1).startsWith("replica-")
                    ? Optional.of(Integer.parseInt(row.getString(1).substring("replica-".length())))
                    : Optional.empty();
        }
    }

    /** Uploads to one replica, and to the other once that one is gone. */
    private void work(int first) {
        int replica = first;
        while (working.get()) {
            try {
                uploads(new Documenter(replicas[replica]));
            } catch (IOException | IllegalStateException e) {
                replica = 1 - replica; // killed under this client: what it had not answered is not acknowledged
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void uploads(Documenter documenter) throws IOException, InterruptedException {
        String submission = documenter.submission();
        while (working.get()) {
            Sample sample = new Sample(seeds.getAndIncrement(), BYTES);
            byte[] digest = sample.sha256();
            var answer = documenter.upload(documenter.deposit(submission), sample.length(), sample::open, digest);
            if (answer.status() == 201) {
                acknowledged.put(answer.text("id"), HexFormat.of().formatHex(digest));
            } else {
                refusals.put(answer.status(), answer.body());
            }
        }
    }
}
