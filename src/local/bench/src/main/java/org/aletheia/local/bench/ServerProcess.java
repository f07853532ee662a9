package org.aletheia.local.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server as a child process, with what the kernel says of its memory and processor time. */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_MS = 120_000;

    private final Process process;
    private final int port;
    private final double startSeconds;

    private ServerProcess(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /**
     * Starts the server with 256 MiB of heap and the collector that the JVM takes in a container of that size, and waits until
     * it says that it is ready.
     */
    static ServerProcess start(Path runner, Path stackProperties, int port, Path log, String... settings)
            throws IOException, InterruptedException {
        return start(List.of("-jar", runner.toString()), stackProperties, port, log, settings);
    }

    /** As above. @param program what to run, as the words for java */
    static ServerProcess start(List<String> program, Path stackProperties, int port, Path log, String... settings)
            throws IOException, InterruptedException {
        int managementPort = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.flyway.migrate-at-start=true",
                // it would validate before it migrates, and refuse what is still to be applied
                "-Dquarkus.flyway.validate-at-start=false"));
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(program);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // by the environment: named on the command line, the file would win over the settings there
        builder.environment().put("SMALLRYE_CONFIG_LOCATIONS", stackProperties.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, managementPort, log);
        return new ServerProcess(process, port, (System.nanoTime() - start) / 1e9);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process, int port, Path log) throws IOException, InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .build();
        long end = System.currentTimeMillis() + PATIENCE_MS;
        try (var http = HttpClient.newHttpClient()) {
            while (System.currentTimeMillis() < end && process.isAlive()) {
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not listening yet: asked again until the time is up
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException("The server did not become ready; its log is " + log);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Seconds from the start of the process to the first answer "ready". */
    double startSeconds() {
        return startSeconds;
    }

    /** Resident memory now, MiB. */
    long residentMiB() throws IOException {
        return status("VmRSS:");
    }

    /** Highest resident memory since the last reset, MiB. */
    long peakResidentMiB() throws IOException {
        return status("VmHWM:");
    }

    /** Forgets the highest resident memory (proc(5), clear_refs 5). */
    void resetPeak() throws IOException {
        Files.writeString(Path.of("/proc/" + process.pid() + "/clear_refs"), "5");
    }

    long pid() {
        return process.pid();
    }

    private long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
