package org.aletheia.local.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.local.stack.data.PropertiesFile;

/** Tells of each service's state: a line for the person watching, and the status file for {@code ./aletheia status}. */
public final class Progress {

    /** Where a service is in its life. */
    public enum State {
        STARTING,
        READY,
        STOPPING,
        STOPPED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The pseudo service by which the status file tells that all is up, and in which launcher. */
    public static final String WHOLE = "stack";

    private static final String STATE = ".state";
    private static final String PID = ".pid";

    private final PrintStream out;
    private final PropertiesFile file;
    private final Map<String, String> status = new TreeMap<>();
    private final Map<String, Long> began = new TreeMap<>();

    public Progress(PrintStream out, PropertiesFile file) {
        this.out = out;
        this.file = file;
    }

    public synchronized void starting(String service, int port) {
        began.put(service, System.nanoTime());
        status.put(service + ".port", Integer.toString(port));
        enter(service, State.STARTING, "");
    }

    public synchronized void ready(String service, long pid, String where) {
        status.put(service + PID, Long.toString(pid));
        enter(service, State.READY, where);
    }

    public synchronized void wholeReady() {
        status.put(WHOLE + PID, Long.toString(ProcessHandle.current().pid()));
        record(WHOLE, State.READY);
    }

    public synchronized void failed(String service, String why) {
        enter(service, State.FAILED, why);
    }

    public synchronized void stopping(String service) {
        began.put(service, System.nanoTime());
        enter(service, State.STOPPING, "");
    }

    public synchronized void stopped(String service) {
        enter(service, State.STOPPED, "");
    }

    public synchronized boolean isReady(String service) {
        return State.READY.word().equals(status.get(service + STATE));
    }

    /** A sentence to the person watching. */
    public synchronized void say(String line) {
        out.println(line);
    }

    private void enter(String service, State state, String detail) {
        record(service, state);
        double seconds = (System.nanoTime() - began.getOrDefault(service, System.nanoTime())) / 1e9;
        String time = state == State.STARTING || state == State.STOPPING ? "" : "%.1f s".formatted(seconds);
        out.println("  %-14s %-9s %7s  %s"
                .formatted(service, state.word(), time, detail)
                .stripTrailing());
    }

    private void record(String service, State state) {
        status.put(service + STATE, state.word());
        try {
            file.write(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
