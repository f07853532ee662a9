package org.aletheia.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes fixtures into a folder. */
class FixtureWriter {
    private final Path all;

    FixtureWriter(Path all) {
        this.all = all;
    }

    /**
     * Writes one.
     *
     * @param fails codes, separated by spaces; none for one that is right
     * @param files its own material, by paths below its folder
     */
    void fixture(String name, String about, String command, String fails, Map<String, byte[]> files)
            throws IOException {
        Path folder = all.resolve(name);
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        new Fixture(
                        folder,
                        List.of(command.split(" ")),
                        fails.isEmpty() ? 0 : 1,
                        fails.isEmpty() ? Set.of() : Set.of(fails.split(" ")))
                .write(about);
    }

    /** What several use. */
    void shared(String name, String text) throws IOException {
        write(all.resolve(name), bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
