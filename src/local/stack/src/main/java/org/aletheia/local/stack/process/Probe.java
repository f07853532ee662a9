package org.aletheia.local.stack.process;

/** Whether a server answers yet. Asked every 100 ms; a failure to connect is simply "not yet". */
@FunctionalInterface
public interface Probe {
    boolean isReady() throws InterruptedException;
}
