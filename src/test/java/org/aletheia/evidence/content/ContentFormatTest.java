package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.MemoryObjectStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frozen format: what was written once is read for ever, by us and by Tink. */
@Tag("unit")
class ContentFormatTest {
    private static final int FIRST = SegmentLayout.capacity(0);
    private static final int OTHER = SegmentLayout.capacity(1);
    private static final UUID OBJECT = UUID.fromString("018f3c2a-7b1e-7c3d-9a45-0123456789ab");
    private static final UUID UNIT_KEY = UUID.fromString("3f0e8d1c-52a4-4b8e-8f6a-fedcba987654");
    private static final byte[] UNIT_KEY_BYTES = sequence(32);

    /** Written by this product on its first day. Never to be changed. */
    private static final String FIRST_DAY =
            "0100630101018f3c2a7b1e7c3d9a450123456789ab3f0e8d1c52a44b8e8f6afedcba987654003c14"
                    + "739ae8d7f0273cf8c44484a426217020249511ea0d05f597d33f499e4dedc2ccf0219010142601d1"
                    + "d9e756ddbc4713b9c69f1eee985e4a5ad771722873fdcdd711f1492572055c960a29343aea55988f"
                    + "12be108490cb861009e8c5fde68acf73419e12abd30d54e324cebf951c3502616550b62d6460da78"
                    + "4c84f33db8be39008c8d";

    private final SealedContent sealed = new SealedContent(8 << 20);

    @Test
    void readsWhatTheFirstDayWrote() throws IOException {
        byte[] object = HexFormat.of().parseHex(FIRST_DAY);
        MemoryObjectStore store = new MemoryObjectStore();
        UnitKey key = TestKeys.of(UNIT_KEY, UNIT_KEY_BYTES);
        byte[] text = "ἀλήθεια".getBytes(StandardCharsets.UTF_8);
        StoredContent stored = new StoredContent(
                OBJECT, text.length, Digest.sha256(text), null, object.length, Digest.sha256(object), UNIT_KEY, 1);
        store.put(stored.objectKey(), object, "application/octet-stream");
        try (InputStream stream = ContentReader.open(store, stored, key, 0, text.length, TestContent.readAhead())) {
            assertThat(stream.readAllBytes()).isEqualTo(text);
        }
    }

    @Test
    void describesItselfAsDocumented() throws IOException {
        StoredContent stored = sealed.seal(new byte[3]);
        byte[] object = sealed.object(stored);
        String start = HexFormat.of().formatHex(object, 0, 39);
        assertThat(start)
                .isEqualTo("01" + "0063" + "01" + "01" + hex(stored.objectId()) + hex(stored.unitKeyId()) + "003c");
        assertThat(object[99]).isEqualTo((byte) 40);
        assertThat(object).hasSize(99 + 40 + 3 + 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 1_000_000})
    void oneSegmentIsTinks(int length) throws Exception {
        isTinks(length);
    }

    @Test
    void segmentBordersAreTinks() throws Exception {
        for (int border : new int[] {FIRST, FIRST + OTHER, FIRST + 7 * OTHER, FIRST + 8 * OTHER}) {
            for (int around : new int[] {-1, 0, 1}) {
                isTinks(border + around);
            }
        }
        isTinks(5 << 20);
    }

    @Test
    void opensWhatTinkWrote() throws Exception {
        for (int length : new int[] {0, 1, FIRST, FIRST + 1, 3 << 20}) {
            byte[] content = SecureBytes.random(length);
            UUID objectId = UUID.randomUUID();
            ContentHeader.NewContent created = ContentHeader.create(objectId, sealed.key);
            ByteArrayOutputStream object = new ByteArrayOutputStream();
            object.write(created.header().bytes());
            AesGcmHkdfStreaming tink = tink(created.dataKey());
            try (OutputStream encrypting = tink.newEncryptingStream(object, SegmentKeys.associated(objectId))) {
                encrypting.write(content);
            }
            StoredContent stored = stored(objectId, content, object.toByteArray());
            sealed.store.put(stored.objectKey(), object.toByteArray(), "application/octet-stream");
            assertThat(Arrays.equals(sealed.open(stored, 0, length), content)).isTrue();
        }
    }

    @Test
    void noTwoObjectsShareKeySaltOrNonce() throws IOException {
        byte[] same = new byte[100];
        byte[] one = sealed.object(sealed.seal(same));
        byte[] two = sealed.object(sealed.seal(same));
        assertThat(Arrays.copyOfRange(one, 39, 99)).isNotEqualTo(Arrays.copyOfRange(two, 39, 99));
        assertThat(Arrays.copyOfRange(one, 100, 139)).isNotEqualTo(Arrays.copyOfRange(two, 100, 139));
        assertThat(Arrays.copyOfRange(one, 139, one.length)).isNotEqualTo(Arrays.copyOfRange(two, 139, two.length));
    }

    private void isTinks(int length) throws Exception {
        byte[] content = SecureBytes.random(length);
        StoredContent stored = sealed.seal(content);
        byte[] object = sealed.object(stored);
        assertThat(stored.length()).isEqualTo(length);
        assertThat(stored.sealedLength()).isEqualTo(object.length).isEqualTo(SegmentLayout.sealedLength(length));
        assertThat(stored.sealedSha256()).isEqualTo(Digest.sha256(object));
        assertThat(stored.sha256()).isEqualTo(Digest.sha256(content));
        assertThat(stored.sha512()).isEqualTo(sha512(content));
        assertThat(Arrays.equals(decryptedByTink(stored, object), content)).isTrue();
        assertThat(Arrays.equals(sealed.open(stored, 0, length), content)).isTrue();
        sealed.store.delete(stored.objectKey());
    }

    private byte[] decryptedByTink(StoredContent stored, byte[] object) throws Exception {
        byte[] dataKey = sealed.key.unwrap(Arrays.copyOfRange(object, 39, 99), Arrays.copyOf(object, 39));
        byte[] associated = new byte[36];
        byte[] context = "aletheia/content/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(context, 0, associated, 0, 20);
        System.arraycopy(HexFormat.of().parseHex(hex(stored.objectId())), 0, associated, 20, 16);
        InputStream ciphertext = new ByteArrayInputStream(object, 99, object.length - 99);
        try (InputStream decrypting = tink(dataKey).newDecryptingStream(ciphertext, associated)) {
            return decrypting.readAllBytes();
        }
    }

    private static AesGcmHkdfStreaming tink(byte[] dataKey) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(dataKey, "HmacSha256", 32, 1 << 20, 0);
    }

    private StoredContent stored(UUID objectId, byte[] content, byte[] object) {
        return new StoredContent(
                objectId,
                content.length,
                Digest.sha256(content),
                null,
                object.length,
                Digest.sha256(object),
                sealed.key.id(),
                1);
    }

    private static Digest sha512(byte[] content) {
        return new Digest(
                DigestAlgorithm.SHA_512,
                DigestAlgorithm.SHA_512.newMessageDigest().digest(content));
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static byte[] sequence(int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) i);
        return bytes;
    }
}
