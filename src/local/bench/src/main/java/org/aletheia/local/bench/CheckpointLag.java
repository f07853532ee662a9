package org.aletheia.local.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/**
 * From the moment at which an event was durable, so that its caller could be answered, to that at which a client that asks
 * all the time is first handed a signed checkpoint that covers it. Both by the clock of this machine.
 */
final class CheckpointLag {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 60;
    private static final int EVENTS = 8_000;
    private static final int WARM_UPS = 3;

    private final InsideServer server;
    private final LogState log;
    private final int runs;
    private final URI checkpoint;

    /** @param runs counted turns, to find the most that is taken in */
    CheckpointLag(InsideServer server, LogState log, int runs) {
        this.server = server;
        this.runs = runs;
        this.log = log;
        this.checkpoint = server.process().uri("/log/checkpoint");
    }

    /** What so many turns and the steady time need. */
    static DiskSpace space(int runs) {
        return new DiskSpace(0, ((runs + WARM_UPS) * EVENTS + SECONDS * EVENTS / 2) * 4096L);
    }

    /** At half of the most that eight clients can have taken in, an event a transaction. */
    Figure atHalfOfTheMost() throws Exception {
        int aSecond = mostASecond() / 2;
        log.awaitPublished();
        long first = log.size();
        Path acknowledged = Files.createTempFile("aletheia-bench", ".acknowledged");
        try (Watch watch = new Watch()) {
            server.command("pace %d %d %d %s".formatted(CLIENTS, aSecond * SECONDS, aSecond, acknowledged));
            watch.awaitSize(first + (long) aSecond * SECONDS);
            List<Double> lags = lags(Files.readAllLines(acknowledged), log.indexes(first), watch.seen);
            return new Figure(
                    "acknowledgement to a signed checkpoint that covers the event, p95 (median), " + aSecond
                            + " events a second",
                    String.format(
                            Locale.ROOT, "%.2f s (%.2f)", Pairs.percentile(lags, 0.95), Pairs.percentile(lags, 0.5)),
                    "–",
                    Double.NaN,
                    "≤ 1.0 s",
                    "–");
        } finally {
            Files.delete(acknowledged);
        }
    }

    private int mostASecond() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + runs; i++) {
            log.awaitPublished();
            long start = System.nanoTime();
            server.command("append %d %d 1".formatted(CLIENTS, EVENTS));
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return (int) (EVENTS / Pairs.median(seconds.subList(WARM_UPS, seconds.size())));
    }

    private static List<Double> lags(
            List<String> acknowledged, Map<UUID, Long> indexes, NavigableMap<Long, Long> seen) {
        List<Double> lags = new ArrayList<>();
        for (String line : acknowledged) {
            String[] words = line.split(" ");
            long index = indexes.get(UUID.fromString(words[0]));
            long covered = seen.higherEntry(index).getValue();
            lags.add((covered - Long.parseLong(words[1])) / 1e6);
        }
        return lags;
    }

    /** Asks for the checkpoint, some hundred times a second, and notes when it first saw each size. */
    private final class Watch implements AutoCloseable {
        private final NavigableMap<Long, Long> seen = new ConcurrentSkipListMap<>();
        private final HttpClient http = HttpClient.newHttpClient();
        private final Thread thread = Thread.ofPlatform().start(this::watch);

        private void watch() {
            try {
                while (true) {
                    HttpRequest question = HttpRequest.newBuilder(checkpoint).build();
                    String note = http.send(question, HttpResponse.BodyHandlers.ofString())
                            .body();
                    long size = Long.parseLong(note.split("\n", 3)[1]);
                    seen.putIfAbsent(size, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
                    TimeUnit.MILLISECONDS.sleep(8);
                }
            } catch (InterruptedException e) {
                // it has seen enough
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void awaitSize(long size) throws InterruptedException {
            while (seen.isEmpty() || seen.lastKey() < size) {
                if (!thread.isAlive()) {
                    throw new IllegalStateException("nobody watches the checkpoint any more");
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }

        @Override
        public void close() throws InterruptedException {
            thread.interrupt();
            thread.join();
            http.close();
        }
    }
}
