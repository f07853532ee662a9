package org.aletheia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made from the sources and checked in: a test renders them again and compares. */
public final class Generated {
    private Generated() {}

    /** Whether {@code -Dupdate=true} asks to rewrite them. */
    public static boolean updating() {
        return Boolean.getBoolean("update");
    }

    /** The project's folder. */
    public static Path project() {
        return Path.of(System.getProperty("aletheia.basedir", "."));
    }

    /** Compares a file of the project with what it should hold, or rewrites it. */
    public static void check(String file, String expected) throws IOException {
        Path path = project().resolve(file);
        if (updating()) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, expected);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("%s is stale: run this test with -Dupdate=true and commit the file", file)
                .isEqualTo(expected);
    }
}
