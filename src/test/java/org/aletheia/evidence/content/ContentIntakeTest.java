package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.SecureBytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused leaves nothing; what is taken arrives whole, however it comes. */
@Tag("unit")
class ContentIntakeTest {
    private static final int PART = 5 << 20;

    private final SealedContent sealed = new SealedContent(PART);

    @ParameterizedTest
    @ValueSource(ints = {10, 300_000, 3 << 20, 12 << 20})
    void aWrongDigestIsRefusedWithBothValues(int length) {
        byte[] content = SecureBytes.random(length);
        Digest wrong = Digest.sha256(new byte[1]);
        assertThatThrownBy(
                        () -> sealed.seal(new ByteArrayInputStream(content), ExpectedDigests.of(List.of(wrong)), null))
                .isInstanceOfSatisfying(DigestMismatchException.class, e -> {
                    assertThat(e.expected()).isEqualTo(wrong);
                    assertThat(e.actual()).isEqualTo(Digest.sha256(content));
                });
        assertThat(sealed.nothingKept()).isTrue();
    }

    @Test
    void everyStatedDigestIsChecked() {
        byte[] content = SecureBytes.random(100);
        Digest wrong512 = new Digest(DigestAlgorithm.SHA_512, new byte[64]);
        ExpectedDigests expected = ExpectedDigests.of(List.of(Digest.sha256(content), wrong512));
        assertThatThrownBy(() -> sealed.seal(new ByteArrayInputStream(content), expected, null))
                .isInstanceOfSatisfying(DigestMismatchException.class, e -> assertThat(e.expected())
                        .isEqualTo(wrong512));
        assertThat(sealed.nothingKept()).isTrue();
    }

    @Test
    void theRightDigestIsTaken() throws IOException {
        byte[] content = SecureBytes.random(100);
        ExpectedDigests expected = ExpectedDigests.of(List.of(Digest.sha256(content)));
        StoredContent stored = sealed.seal(new ByteArrayInputStream(content), expected, 100L);
        assertThat(sealed.open(stored, 0, 100)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, 1 << 20, 12 << 20})
    void fewerAndMoreBytesThanAnnouncedAreRefused(int length) {
        byte[] content = new byte[length];
        for (long announced : new long[] {length + 1L, Math.max(0, length - 1L)}) {
            if (announced != length) {
                assertThatThrownBy(
                                () -> sealed.seal(new ByteArrayInputStream(content), ExpectedDigests.none(), announced))
                        .isInstanceOfSatisfying(LengthMismatchException.class, e -> assertThat(e.expected())
                                .isEqualTo(announced));
                assertThat(sealed.nothingKept()).isTrue();
            }
        }
    }

    @Test
    void aBrokenConnectionLeavesNothing() {
        for (int length : new int[] {0, 5_000, 2 << 20, 17 << 20}) {
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[length]), new Broken());
            assertThatThrownBy(() -> sealed.seal(broken, ExpectedDigests.none(), null))
                    .isInstanceOf(IOException.class)
                    .hasMessage("connection lost");
            assertThat(sealed.nothingKept()).isTrue();
        }
    }

    @Test
    void takesContentThatDripsIn() throws IOException {
        byte[] content = SecureBytes.random(6 << 20);
        InputStream dripping = new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + (pos % 777)));
            }
        };
        StoredContent stored = sealed.seal(dripping, ExpectedDigests.none(), (long) content.length);
        assertThat(Arrays.equals(sealed.open(stored, 0, content.length), content))
                .isTrue();
    }

    @Test
    void refusesWhatCannotFitBeforeReadingIt() {
        long limit = Intake.limit(PART + ContentHeader.LENGTH);
        assertThat(limit).isBetween(9_999L * PART, 10_000L * PART);
        assertThatThrownBy(() -> sealed.seal(new Broken(), ExpectedDigests.none(), limit + 1))
                .isInstanceOf(ContentTooLongException.class);
    }

    @Test
    void manyUploadsShareFewBuffersAndNoneIsWrong() throws Exception {
        BufferPool pool = new BufferPool(PART + ContentHeader.LENGTH, 2, Duration.ofSeconds(60));
        List<Future<Boolean>> results = new ArrayList<>();
        try (ExecutorService uploads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                byte[] content = SecureBytes.random(2_000_000 + i * 700_000);
                results.add(uploads.submit(() -> roundTrip(pool, content)));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(pool.tryAcquire()).isPresent();
        assertThat(pool.tryAcquire()).isPresent();
        assertThat(pool.tryAcquire()).as("no buffer was lost, none came to be").isEmpty();
    }

    private boolean roundTrip(BufferPool pool, byte[] content) throws IOException {
        ContentStore contents = sealed.sharing(pool);
        StoredContent stored = contents.store(
                new ByteArrayInputStream(content),
                ExpectedDigests.of(List.of(Digest.sha256(content))),
                null,
                UUID.randomUUID(),
                sealed.key);
        return Arrays.equals(sealed.open(stored, 0, content.length), content);
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection lost");
        }
    }
}
