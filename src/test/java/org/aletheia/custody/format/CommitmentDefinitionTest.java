package org.aletheia.custody.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.transparency.Hash;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Salts, commitments and entries of random events against docs/custody.md §2, written out with the JDK and another
 * implementation of RFC 8785; withheld in any choice, the entry stays.
 */
@Tag("unit")
class CommitmentDefinitionTest {
    private static final int ROUNDS = 300;

    @Test
    void commitmentsAreThoseOfTheDefinition() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            SealedEvent sealed = SealedEvent.seal(event(random), new EventSeed(seed));
            List<byte[]> commitments = new ArrayList<>();
            for (DisclosedField field : sealed.disclose(Set.of()).fields()) {
                commitments.add(commitment(seed, field));
            }
            assertThat(sealed.commitments())
                    .as("round %d", round)
                    .isEqualTo(commitments.stream().map(Hash::new).toList());
            byte[] entry = sha256("aletheia/event/v1\n", commitments.toArray(byte[][]::new));
            assertThat(sealed.entry().bytes()).isEqualTo(entry);
            assertThat(sealed.leafHash().bytes()).isEqualTo(sha256("\0", entry));
            assertThat(sealed.disclose(some(random)).entry()).isEqualTo(sealed.entry());
        }
    }

    private static byte[] commitment(byte[] seed, DisclosedField field) throws GeneralSecurityException, IOException {
        DisclosedField.Open open = (DisclosedField.Open) field;
        String name = field.field().label();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        byte[] salt = mac.doFinal(("aletheia/salt/v1\n" + name).getBytes(StandardCharsets.US_ASCII));
        String pair = "[\"" + name + "\"," + CanonicalJson.text(open.value()) + "]";
        byte[] canonical = new JsonCanonicalizer(pair).getEncodedUTF8();
        assertThat(open.salt().bytes()).isEqualTo(salt);
        return sha256("aletheia/field/v1\n", salt, canonical);
    }

    private static byte[] sha256(String context, byte[]... parts) throws GeneralSecurityException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(context.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }

    private static Event event(Random random) {
        List<EventType> types = List.of(EventTypes.RECEIVED, EventTypes.VIEWED, EventTypes.LOG_OPENED);
        Map<String, @Nullable Object> detail = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            detail.put(
                    "k\u00e9" + random.nextInt(9),
                    List.of(random.nextInt(), "\u20ac\n\ud83d\ude00", Map.of("a", true)));
        }
        EventBuilder event = Event.of(
                        types.get(random.nextInt(types.size())),
                        new UUID(random.nextLong(), random.nextLong()),
                        Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)))
                .detail(detail);
        if (random.nextBoolean()) {
            event.actor("p-" + random.nextInt()).reason("r-" + random.nextInt());
        }
        return random.nextBoolean()
                ? event.subject(RecordSubject.of("item", new UUID(random.nextLong(), random.nextLong())))
                        .build()
                : event.build();
    }

    private static Set<EventField> some(Random random) {
        Set<EventField> some = new TreeSet<>();
        for (EventField field : EventField.values()) {
            if (random.nextBoolean()) {
                some.add(field);
            }
        }
        return some;
    }
}
