package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for the mark of {@link Sample}s in files. */
final class Plaintext {

    private static final byte[] MARK = Sample.CANARY.getBytes(StandardCharsets.US_ASCII);
    private static final int WINDOW = 4 << 20;

    private Plaintext() {}

    /** No file below the folders holds the mark. Files that vanish while they are looked for are not there. */
    static void assertNoneIn(Iterable<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && holdsMark(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        assertThat(found).as("files with plaintext of evidence").isEmpty();
    }

    static boolean holdsMark(Path file) {
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocate(WINDOW);
            while (channel.read(buffer) >= 0) {
                if (indexOfMark(buffer) >= 0) {
                    return true;
                }
                keepTail(buffer);
            }
            return false;
        } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static int indexOfMark(ByteBuffer buffer) {
        byte[] bytes = buffer.array();
        int last = buffer.position() - MARK.length;
        for (int i = 0; i <= last; i++) {
            int n = 0;
            while (n < MARK.length && bytes[i + n] == MARK[n]) {
                n++;
            }
            if (n == MARK.length) {
                return i;
            }
        }
        return -1;
    }

    /** A mark may straddle two reads. */
    private static void keepTail(ByteBuffer buffer) {
        int tail = Math.min(MARK.length - 1, buffer.position());
        System.arraycopy(buffer.array(), buffer.position() - tail, buffer.array(), 0, tail);
        buffer.position(tail);
    }
}
