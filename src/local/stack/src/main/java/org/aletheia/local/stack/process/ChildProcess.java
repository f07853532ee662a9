package org.aletheia.local.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.aletheia.local.stack.StackException;

/**
 * A server in a process of its own, in a session of its own (a Ctrl-C at the terminal reaches the launcher only, which
 * then stops all in order), writing to a log file, watched by the {@link Guard}.
 */
public final class ChildProcess {

    private static final long MAX_LOG_BYTES = 20L << 20;
    private static final int LAST_LINES = 15;

    private final String name;
    private final Process process;
    private final Path log;
    private final StopSignal signal;

    private ChildProcess(String name, Process process, Path log, StopSignal signal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.signal = signal;
    }

    /** What to start; {@code environment} is added to the launcher's own. */
    public record Launch(
            String name, List<String> command, Map<String, String> environment, Path log, StopSignal signal) {}

    public static ChildProcess start(Launch launch, Guard guard) throws IOException {
        rotate(launch.log());
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        guard.watch(process, launch.signal());
        return new ChildProcess(launch.name(), process, launch.log(), launch.signal());
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back with the exit code, however the process ends. */
    public void onExit(IntConsumer action) {
        process.onExit().thenAccept(ended -> action.accept(ended.exitValue()));
    }

    /**
     * Waits until the probe says true.
     *
     * @throws StackException if the process ends first or the time passes: with the last lines of its log
     */
    public void awaitReady(Probe probe, int seconds) throws InterruptedException {
        awaitReadyOrExit(probe, seconds, 0);
    }

    /** The same, for a program that may end with {@code expectedExit} to be started again: false if it did. */
    public boolean awaitReadyOrExit(Probe probe, int seconds, int expectedExit) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!probe.isReady()) {
            if (!process.isAlive()) {
                if (expectedExit != 0 && process.exitValue() == expectedExit) {
                    return false;
                }
                throw failure("ended with exit code " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw failure("was not ready after " + seconds + " s");
            }
            Thread.sleep(100);
        }
        return true;
    }

    /** Waits for the end of a process that does one thing. */
    public int awaitExit(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw failure("did not end after " + seconds + " s");
        }
        return process.exitValue();
    }

    public StackException failure(String what) {
        return new StackException("%s %s. Last lines of %s:%n%s".formatted(name, what, log, lastLines()));
    }

    private String lastLines() {
        try (Stream<String> lines = Files.lines(log)) {
            // of a stack trace, the messages say more than the frames
            List<String> all = lines.filter(line -> !line.startsWith("\t")).toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    /** Orderly, then, after 30 s, by force. */
    public void stop() {
        try {
            requestStop();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void requestStop() {
        switch (signal) {
            case TERM -> process.destroy();
            case INT -> Signals.interrupt(process.pid());
        }
    }
}
