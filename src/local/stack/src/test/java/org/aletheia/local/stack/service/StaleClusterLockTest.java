package org.aletheia.local.stack.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleClusterLockTest {

    @TempDir
    private Path cluster;

    @Test
    void aNumberThatAnotherProcessHasNowIsStale() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n/elsewhere\n");
        StaleClusterLock.remove(cluster);
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutALockThereIsNothingToDo() {
        assertThatCode(() -> StaleClusterLock.remove(cluster)).doesNotThrowAnyException();
    }
}
