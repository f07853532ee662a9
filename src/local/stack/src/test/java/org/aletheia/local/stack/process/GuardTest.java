package org.aletheia.local.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuardTest {

    @TempDir
    private Path folder;

    @Test
    void whatItWatchesEndsWithThePipe() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sleep", "300").start();
        try (Guard guard = Guard.start(folder.resolve("guard.pid"))) {
            guard.watch(child, StopSignal.TERM);
            assertThat(child.isAlive()).isTrue();
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("guard.pid")).doesNotExist();
    }

    @Test
    void aChildThatIgnoresTheSignalIsKilled() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sh", "-c", "trap '' TERM; while true; do sleep 0.1; done").start();
        try (Guard guard = Guard.start(folder.resolve("guard.pid"), 1)) {
            guard.watch(child, StopSignal.TERM);
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStaleGuardFileHoldsNobodyUp() throws IOException, InterruptedException {
        assertThat(Guard.awaitEarlier(folder.resolve("none"), 1)).isTrue();
    }
}
