package org.aletheia.local.stack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void programsStayExecutable() throws IOException {
        Path target = folder.resolve("unpacked");
        Archive.unpackOnce(tar("bin/run", 0755), target);
        assertThat(target.resolve("bin/run")).hasContent("content").isExecutable();
    }

    @Test
    void whatIsThereIsLeftAlone() throws IOException {
        Path target = Files.createDirectory(folder.resolve("unpacked"));
        Archive.unpackOnce(tar("file", 0644), target);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void anEntryOutsideTheFolderIsRefused() throws IOException {
        InputStream tar = tar("../../outside", 0644);
        assertThatThrownBy(() -> Archive.unpackOnce(tar, folder.resolve("unpacked")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("unpacked")).doesNotExist();
    }

    private static InputStream tar(String name, int mode) throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            entry.setMode(mode);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
