package org.aletheia.local.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretStaysTheSameAcrossStarts() throws IOException {
        Path path = folder.resolve("secrets.properties");
        Secrets first = new Secrets(path);
        String postgres = first.get("postgres.admin");
        String admin = first.get("users.admin");

        Secrets second = new Secrets(path);
        assertThat(second.get("users.admin")).isEqualTo(admin);
        assertThat(second.get("postgres.admin")).isEqualTo(postgres).isNotEqualTo(admin);
    }

    @Test
    void eachDataFolderHasItsOwn() throws IOException {
        String here = new Secrets(folder.resolve("a")).get("users.admin");
        String there = new Secrets(folder.resolve("b")).get("users.admin");
        assertThat(here).isNotEqualTo(there).matches("[A-Za-z0-9]{32}");
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Path path = folder.resolve("secrets.properties");
        new Secrets(path).get("any");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }
}
