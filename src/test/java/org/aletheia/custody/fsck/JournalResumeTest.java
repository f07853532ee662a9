package org.aletheia.custody.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.custody.log.LogBucket;
import org.aletheia.custody.log.LogFixture;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.transparency.Frontier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of the journal that is interrupted, and goes on. */
@Tag("it")
class JournalResumeTest {
    private static final String FAULTY = "tile/entries/001";

    private final List<String> read = new ArrayList<>();
    private String failing = "tile/0/003";
    private LogFixture log;

    @TempDir
    Path folder;

    @BeforeEach
    void publishSome() throws Exception {
        log = new LogFixture();
        log.append(LogFixture.subjects(2), 300);
        log.settle();
        log.append(LogFixture.subjects(2), 900);
        log.settle();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void itGoesOnBehindWhatWasCheckedAndStillCountsWhatWasFound() throws Exception {
        byte[] bundle = log.bucket().readAll(FAULTY, 1 << 14);
        bundle[7] ^= 1;
        log.bucket().put(FAULTY, bundle, "application/octet-stream");
        assertThat(run()).isEqualTo(Fsck.FAULTS);
        assertThat(read).contains("tile/0/000", FAULTY, "tile/0/002");
        assertThat(Files.readString(folder.resolve("state"))).contains("position.journal=");

        read.clear();
        failing = "";
        assertThat(run()).as("the fault of the first part").isEqualTo(Fsck.FAULTS);
        assertThat(read).doesNotContain("tile/0/000", FAULTY, "tile/0/002").contains("tile/0/003", "tile/1/000.p/4");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    /** The stored nodes are what the tree of the first part is taken from: where they are others, nothing is built on them. */
    @Test
    void itBeginsAnewWhereItsFirstPartWasChangedMeanwhile() throws Exception {
        assertThat(run()).isEqualTo(Fsck.UNCHECKED);
        try (Connection connection = log.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table log_node disable trigger user");
            statement.execute("update log_node set hash = sha256(hash) where level = 1 and position = 1");
        }
        read.clear();
        failing = "";
        assertThat(run()).isEqualTo(Fsck.FAULTS);
        assertThat(read).contains("tile/0/000");
    }

    @Test
    void aPositionIsReadAsItWasWritten() {
        JournalPosition position = new JournalPosition(
                Frontier.empty(), List.of(new LostEvents.Range(3, 9), new LostEvents.Range(11, 12)), 700, 2);
        assertThat(JournalPosition.parse(position.toString())).contains(position);
        assertThat(JournalPosition.parse(JournalPosition.start().toString())).contains(JournalPosition.start());
        for (String wrong : List.of("", "256", "00 1", "zz -1 0", position + " 4", position + " a-b")) {
            assertThat(JournalPosition.parse(wrong)).as(wrong).isEmpty();
        }
    }

    private int run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FsckOptions options =
                FsckOptions.parse(List.of("--state", folder.resolve("state").toString()));
        return new Fsck(options, new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .run(List.of(new JournalCheck(log.asFollower(), new LogBucket(bucket()), log.keys())));
    }

    private ObjectStore bucket() {
        ObjectStore real = log.bucket();
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    String key = String.valueOf(arguments[0]);
                    if (key.equals(failing)) {
                        throw new StorageUnavailableException("test", StorageUnavailableException.Effect.NONE, null);
                    }
                    read.add(key);
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
