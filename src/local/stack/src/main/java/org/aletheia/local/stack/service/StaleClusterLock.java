package org.aletheia.local.stack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aletheia.local.stack.StackException;

/**
 * PostgreSQL's {@code postmaster.pid}, left behind by a crash. PostgreSQL believes it whenever some process, whichever,
 * has that number, as happens after a reboot; so it is removed here, unless that process is truly this cluster's.
 */
final class StaleClusterLock {

    private StaleClusterLock() {}

    /** @throws StackException if a server still runs on the cluster */
    static void remove(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        if (isServerOf(cluster, pid)) {
            throw new StackException("PostgreSQL (pid %d) of an earlier start still runs on %s. Stop it: kill -s INT %d"
                    .formatted(pid, cluster, pid));
        }
        Files.delete(file);
    }

    private static boolean isServerOf(Path cluster, long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(command -> command.contains(cluster.toString()))
                .isPresent();
    }
}
