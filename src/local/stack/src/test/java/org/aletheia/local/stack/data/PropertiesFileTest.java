package org.aletheia.local.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Map<String, String> values = Map.of(
                "plain", "jdbc:postgresql://127.0.0.1:1/a",
                "with space=and:signs#!", " leading, trailing ",
                "path", "C:\\keys\\Δελφοί",
                "lines", "one\ntwo\tthree",
                "empty", "");
        PropertiesFile file = new PropertiesFile(folder.resolve("stack.properties"));
        file.write(values);
        assertThat(file.read()).isEqualTo(values);
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        Path path = folder.resolve("stack.properties");
        new PropertiesFile(path).write(Map.of("a", "b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aMissingFileIsEmpty() throws IOException {
        assertThat(new PropertiesFile(folder.resolve("none")).read()).isEmpty();
    }
}
