package org.aletheia.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a log in a folder. */
record FolderLog(Path folder, boolean anyEntries) implements LogFiles {
    @Override
    public Optional<byte[]> find(String path) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            return Optional.of(in.readNBytes(LogFiles.longest(path, anyEntries) + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
