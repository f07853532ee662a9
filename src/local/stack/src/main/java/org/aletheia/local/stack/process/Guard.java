package org.aletheia.local.stack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A tiny shell process that outlives the launcher just long enough to stop its children. It reads a pipe from the
 * launcher; when that pipe ends, which happens even at {@code kill -9}, it stops every process it was told of. So
 * nothing is ever orphaned, whatever program the child is.
 */
public final class Guard implements AutoCloseable {

    private static final String NAME = "aletheia-guard";
    private static final int PATIENCE_SECONDS = 10;

    private final Process shell;
    private final PrintStream orders;

    private Guard(Process shell) {
        this.shell = shell;
        this.orders = new PrintStream(shell.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /**
     * @param running holds the guard's pid while children of it may be alive: a later launcher waits for its end, see
     *     {@link #awaitEarlier}
     */
    public static Guard start(Path running) throws IOException {
        return start(running, PATIENCE_SECONDS);
    }

    /** @param patienceSeconds how long a child may take over its orderly end */
    static Guard start(Path running, int patienceSeconds) throws IOException {
        // a session of its own: a Ctrl-C at the terminal reaches the launcher, never the guard
        Process shell = new ProcessBuilder(
                        "setsid", "sh", "-c", script(), NAME, running.toString(), Integer.toString(patienceSeconds))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        return new Guard(shell);
    }

    /** From now on the process is stopped if the launcher ends. */
    public void watch(Process process, StopSignal signal) {
        orders.println("watch " + process.pid() + " " + signal);
    }

    /** Waits while the guard of a killed launcher still stops its children; gives up after the time. */
    public static boolean awaitEarlier(Path running, int seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (isAlive(running)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private static String script() throws IOException {
        try (InputStream text = Guard.class.getResourceAsStream("guard.sh");
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.US_ASCII))) {
            return String.join("\n", reader.lines().toList());
        }
    }

    private static boolean isAlive(Path running) throws IOException {
        if (!Files.exists(running)) {
            return false;
        }
        String pid = Files.readString(running).strip();
        return !pid.isEmpty()
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().commandLine())
                        .filter(command -> command.contains(NAME))
                        .isPresent();
    }

    /** Whatever is still alive is stopped by the guard, which then ends. */
    @Override
    public void close() {
        orders.close();
        try {
            shell.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
