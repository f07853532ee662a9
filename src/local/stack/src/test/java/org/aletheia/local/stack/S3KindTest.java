package org.aletheia.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.aletheia.local.stack.data.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3KindTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstStartDecidesForGood() throws IOException {
        DataFolder data = DataFolder.open(folder);
        assertThat(S3Kind.settle(S3Kind.CEPH, data)).isEqualTo(S3Kind.CEPH);
        assertThat(S3Kind.settle(null, data)).isEqualTo(S3Kind.CEPH);
        assertThatThrownBy(() -> S3Kind.settle(S3Kind.S3PROXY, data))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--s3 ceph")
                .hasMessageContaining("--data");
    }

    @Test
    void theDefaultNeedsNothingInstalled() throws IOException {
        assertThat(S3Kind.settle(null, DataFolder.open(folder))).isEqualTo(S3Kind.S3PROXY);
    }
}
