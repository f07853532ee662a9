package org.aletheia.local.stack.process;

import java.io.IOException;

/** The one signal that Java's own process interface cannot send. */
final class Signals {

    private Signals() {}

    static void interrupt(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s INT " + pid).start().waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
