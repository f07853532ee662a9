package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens to an object, no altered byte is given out as content. */
@Tag("unit")
class ContentTamperingTest {
    private static final int LENGTH = 3_000_000;

    private final SealedContent sealed = new SealedContent(8 << 20);
    private final byte[] content = SecureBytes.random(LENGTH);
    private StoredContent stored;

    @BeforeEach
    void seal() throws IOException {
        stored = sealed.seal(content);
    }

    @Test
    void readsAnyRange() throws IOException {
        Random random = new Random(20260101);
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(LENGTH + 1);
            int length = random.nextInt(LENGTH - from + 1);
            assertThat(Arrays.equals(
                            sealed.open(stored, from, length), Arrays.copyOfRange(content, from, from + length)))
                    .as("%d bytes from %d", length, from)
                    .isTrue();
        }
    }

    @Test
    void readsByteByByteAcrossSegments() throws IOException {
        int from = SegmentLayout.capacity(0) - 2;
        try (InputStream stream =
                ContentReader.open(sealed.store, stored, sealed.key, from, 4, TestContent.readAhead())) {
            for (int i = 0; i < 4; i++) {
                assertThat((byte) stream.read()).isEqualTo(content[from + i]);
            }
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void everyPartOfTheObjectIsProtected() throws IOException {
        byte[] object = sealed.object(stored);
        for (int at = 0; at < 39; at++) {
            assertThat(afterFlipping(object, at)).as("header byte %d", at).isEqualTo(Finding.HEADER);
        }
        for (int at = 39; at < 99; at++) {
            assertThat(afterFlipping(object, at)).as("wrapped key byte %d", at).isEqualTo(Finding.DATA_KEY);
        }
        assertThat(afterFlipping(object, 99)).as("Tink header length").isEqualTo(Finding.HEADER);
        for (int at = 100; at < 139; at++) {
            assertThat(afterFlipping(object, at))
                    .as("salt and prefix byte %d", at)
                    .isEqualTo(Finding.SEGMENT);
        }
        Random random = new Random(20260102);
        for (int i = 0; i < 50; i++) {
            int at = 139 + random.nextInt(object.length - 139);
            assertThat(afterFlipping(object, at)).as("ciphertext byte %d", at).isEqualTo(Finding.SEGMENT);
        }
    }

    @Test
    void givesNothingOfAnAlteredSegment() throws IOException {
        damage(object -> flip(object, (int) SegmentLayout.sealedStart(1) + 5));
        try (InputStream stream =
                ContentReader.open(sealed.store, stored, sealed.key, 0, LENGTH, TestContent.readAhead())) {
            byte[] intact = stream.readNBytes(SegmentLayout.capacity(0));
            assertThat(Arrays.equals(intact, Arrays.copyOf(content, intact.length)))
                    .isTrue();
            byte[] target = new byte[10];
            assertThatThrownBy(() -> stream.read(target)).isInstanceOf(ContentTamperedException.class);
            assertThat(target).containsOnly(0);
        }
    }

    @Test
    void segmentsCannotChangePlaces() throws IOException {
        StoredContent three = sealed.seal(SecureBytes.random(4 << 20));
        byte[] object = sealed.object(three);
        int one = (int) SegmentLayout.sealedStart(1);
        int two = (int) SegmentLayout.sealedStart(2);
        byte[] swapped = object.clone();
        System.arraycopy(object, one, swapped, two, SegmentLayout.SEGMENT);
        System.arraycopy(object, two, swapped, one, SegmentLayout.SEGMENT);
        sealed.store.objects().put(three.objectKey(), swapped);
        assertThat(finding(three)).isEqualTo(Finding.SEGMENT);
    }

    @Test
    void cannotBeCut() throws IOException {
        damage(object -> Arrays.copyOf(object, object.length - 1));
        assertThat(finding(stored)).isEqualTo(Finding.TRUNCATED);
        damage(object -> Arrays.copyOf(object, (int) SegmentLayout.sealedStart(2)));
        assertThat(finding(stored)).isEqualTo(Finding.TRUNCATED);
        damage(object -> Arrays.copyOf(object, 10));
        assertThat(finding(stored)).isEqualTo(Finding.TRUNCATED);
        damage(object -> new byte[0]);
        assertThat(finding(stored)).isEqualTo(Finding.TRUNCATED);
    }

    @Test
    void aShorterContentCannotPassAsTheWhole() throws IOException {
        // the record of a shorter length with the object cut at a segment: the last segment is not marked as the last
        long shorter = SegmentLayout.contentStart(2);
        StoredContent forged = new StoredContent(
                stored.objectId(),
                shorter,
                stored.sha256(),
                null,
                SegmentLayout.sealedLength(shorter),
                stored.sealedSha256(),
                stored.unitKeyId(),
                1);
        assertThat(finding(forged)).isEqualTo(Finding.SEGMENT);
    }

    @Test
    void anotherObjectCannotStandIn() throws IOException {
        StoredContent other = sealed.seal(content);
        sealed.store.objects().put(stored.objectKey(), sealed.object(other));
        assertThat(finding(stored)).isEqualTo(Finding.HEADER);
    }

    @Test
    void aMissingObjectIsNamed() {
        sealed.store.delete(stored.objectKey());
        assertThat(finding(stored)).isEqualTo(Finding.MISSING);
    }

    @Test
    void anotherKeyOpensNothing() {
        UUID same = sealed.key.id();
        assertThatThrownBy(() -> ContentReader.open(
                        sealed.store,
                        stored,
                        TestKeys.of(same, SecureBytes.random(32)),
                        0,
                        LENGTH,
                        TestContent.readAhead()))
                .isInstanceOfSatisfying(ContentTamperedException.class, e -> assertThat(e.finding())
                        .isEqualTo(Finding.DATA_KEY));
    }

    private Finding afterFlipping(byte[] object, int at) {
        sealed.store.objects().put(stored.objectKey(), flip(object, at));
        return finding(stored);
    }

    private Finding finding(StoredContent which) {
        ContentTamperedException found =
                catchThrowableOfType(ContentTamperedException.class, () -> sealed.open(which, 0, which.length()));
        assertThat(found).as("tampering is noticed").isNotNull();
        return found.finding();
    }

    private void damage(UnaryOperator<byte[]> how) {
        sealed.store.objects().computeIfPresent(stored.objectKey(), (key, object) -> how.apply(object));
    }

    private static byte[] flip(byte[] object, int at) {
        byte[] flipped = object.clone();
        flipped[at] ^= 0x10;
        return flipped;
    }
}
