package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.verifier.content.ContentFile;
import org.aletheia.verifier.content.ContentKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server has sealed opens with the verifier alone. */
@Tag("unit")
class OfflineContentTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 1_048_520, 3_000_000})
    void theVerifierOpensWhatTheServerSealed(int length, @TempDir Path folder) throws IOException {
        byte[] material = SecureBytes.random(32);
        byte[] content = SecureBytes.random(length);
        SealedContent sealed = new SealedContent(8 << 20);
        StoredContent stored = sealed.contents.store(
                new ByteArrayInputStream(content),
                ExpectedDigests.none(),
                null,
                UUID.randomUUID(),
                TestKeys.of(UUID.randomUUID(), material));
        Path object = Files.write(folder.resolve(stored.objectId().toString()), sealed.object(stored));
        Path key = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(material));
        Path out = folder.resolve("out");
        Digest digest = ContentFile.decrypt(object, new ContentKey.UnitKey(key), out, found -> true);
        assertThat(digest).isEqualTo(stored.sha256());
        assertThat(Files.readAllBytes(out)).isEqualTo(content);
    }
}
