package org.aletheia.local.stack.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.Ports;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.Secrets;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.StopSignal;

/** What a service is given to start with. */
public interface ServiceContext {

    Installation installation();

    DataFolder data();

    Secrets secrets();

    Ports ports();

    /** Starts a process that the stack stops when it ends; the log is the data folder's, called as the process. */
    ChildProcess launch(String name, List<String> command, Map<String, String> environment, StopSignal signal)
            throws IOException;

    /** Runs a short-lived program to its end, output to the log of that name; fails unless it exits with 0. */
    default void run(String log, List<String> command, Map<String, String> environment, int seconds)
            throws IOException, InterruptedException {
        ChildProcess process = launch(log, command, environment, StopSignal.TERM);
        int exit = process.awaitExit(seconds);
        if (exit != 0) {
            throw process.failure(Path.of(command.getFirst()).getFileName() + " ended with exit code " + exit);
        }
    }

    default ChildProcess launch(String name, List<String> command) throws IOException {
        return launch(name, command, Map.of(), StopSignal.TERM);
    }
}
