package org.aletheia.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A copy of a log in a folder. */
record FolderLog(Path folder, boolean anyEntries) implements LogFiles {
    @Override
    public Optional<byte[]> find(String path) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(folder.resolve(path))) {
            long most = LogFiles.longest(path, anyEntries) + 1L;
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), most));
            int got = 0;
            while (got >= 0 && bytes.hasRemaining()) {
                got = file.read(bytes);
            }
            return Optional.of(bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
