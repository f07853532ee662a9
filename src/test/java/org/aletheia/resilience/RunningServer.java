package org.aletheia.resilience;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged server as a child process with 256 MiB of heap. */
final class RunningServer implements AutoCloseable {

    private static final Path RUNNER =
            Path.of(System.getProperty("aletheia.basedir"), "target", "quarkus-app", "quarkus-run.jar");
    static final String PORT = "quarkus.http.port";
    private static final long START_SECONDS = 180;
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;

    private final Process process;
    private final int port;
    private final int managementPort;

    private RunningServer(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts it with these properties, on a free port unless they name one, and returns when it is ready. Its output is added to the log file. */
    static RunningServer start(Map<String, String> properties, Path log) throws IOException, InterruptedException {
        if (!Files.exists(RUNNER)) {
            throw new IllegalStateException("package the server first: there is no " + RUNNER);
        }
        String wanted = properties.get(PORT);
        int port = wanted == null ? freePort() : Integer.parseInt(wanted);
        int managementPort = freePort();
        Map<String, String> all = new HashMap<>(properties);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put(PORT, Integer.toString(port));
        all.put("quarkus.management.host", "127.0.0.1");
        all.put("quarkus.management.port", Integer.toString(managementPort));
        all.put("quarkus.flyway.migrate-at-start", "true");
        // it would validate before it migrates, and refuse what is still to be applied
        all.put("quarkus.flyway.validate-at-start", "false");
        var server = new RunningServer(run(all, log), port, managementPort);
        server.awaitReady(log);
        return server;
    }

    /** Starts the jar with these properties and words behind it. */
    static Process run(Map<String, String> properties, Path log, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError"));
        // on the command line for once: the passwords are those of a throw-away stack
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", RUNNER.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** Below those that outgoing connections are given, so that none of them takes it before the server does. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (BindException e) {
                // taken: another one
            }
        }
    }

    private void awaitReady(Path log) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < end) {
                if (isReady(http)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException("the server did not become ready:\n" + Files.readString(log));
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An address of the operator's own. */
    URI managementAt(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no hook of the server runs. Returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Highest resident memory so far, MiB (proc(5), VmHWM). */
    long peakResidentMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** SIGTERM, as an orderly stop. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
