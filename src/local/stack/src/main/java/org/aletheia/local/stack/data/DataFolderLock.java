package org.aletheia.local.stack.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.aletheia.local.stack.StackException;

/**
 * One stack per data folder. The operating system drops the lock when its holder ends, however it ends, so no stale
 * lock can remain; the file's content only tells others who holds it.
 */
public final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private DataFolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws StackException if another process holds it */
    public static DataFolderLock acquire(DataFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(folder);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new DataFolderLock(channel, lock);
    }

    /** @throws StackException if a stack runs on the folder */
    public static void requireFree(DataFolder folder) throws IOException {
        if (holder(folder).isPresent()) {
            throw inUse(folder);
        }
    }

    /** The process that runs a stack on this folder, empty where none does. */
    public static Optional<ProcessHandle> holder(DataFolder folder) throws IOException {
        if (!Files.exists(folder.lock())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null ? ProcessHandle.of(writtenPid(folder)) : Optional.empty();
        }
    }

    private static long writtenPid(DataFolder folder) throws IOException {
        String text = Files.readString(folder.lock()).strip();
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    private static StackException inUse(DataFolder folder) throws IOException {
        return new StackException("The data folder %s is in use by a running stack (pid %d). Stop it with"
                        .formatted(folder.root(), writtenPid(folder))
                + " ./aletheia down --data " + folder.root() + ", or choose another folder with --data.");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
