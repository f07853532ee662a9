package org.aletheia.custody.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.jspecify.annotations.Nullable;

/** The frozen examples under {@code src/test/resources/custody}; their bytes never change. */
final class Fixtures {
    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/custody/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Lines of words. */
    static List<String[]> table(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> line.split(" "))
                .toList();
    }

    static EventSeed countingSeed() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return new EventSeed(seed);
    }

    static EventSeed onesSeed() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 0xFF);
        return new EventSeed(seed);
    }

    /** Every field set, with the characters and numbers that are easiest to get wrong. */
    static Event full() {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("size", 5);
        detail.put("flags", Arrays.asList(true, false, null, -9007199254740991L));
        detail.put("e\u0301", "\u20ac\u2028\"\\\n\t\u001f\u007f/\ud83d\ude00");
        detail.put(
                "digests",
                Map.of(
                        "sha-256",
                        Digest.sha256("hello".getBytes(StandardCharsets.US_ASCII))
                                .hex()));
        Event made = Event.of(
                        EventTypes.RECEIVED,
                        UUID.fromString("0198f0a0-0000-7000-8000-000000000001"),
                        Instant.parse("2026-01-31T23:59:59.070999999Z"))
                .actor("p-7f3a")
                .organisation("org-42")
                .role("documenter")
                .purpose("intake")
                .reason("field-upload")
                .subject(RecordSubject.of("item", UUID.fromString("0198f0a0-0000-7000-8000-000000000002")))
                .revision(new Digest(DigestAlgorithm.SHA_256, HexFormat.of().parseHex("ab".repeat(32))))
                .detail(detail)
                .build();
        return FirstSchema.of(made);
    }

    /** Only what must be set. */
    static Event bare() {
        return Event.of(EventTypes.LOG_OPENED, UUID.fromString("0198f0a0-0000-7000-8000-000000000003"), Instant.EPOCH)
                .build();
    }
}
