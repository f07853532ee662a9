package org.aletheia.custody.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.transparency.Hash;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commitments to random lists of subjects against docs/custody.md §4, written out with the JDK. */
@Tag("unit")
class SubjectTreeDefinitionTest {
    private static final int PLACES = 1 << 16;
    private static final int ROUNDS = 12;

    @Test
    void rootsAndOpeningsAreThoseOfTheDefinition() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            List<RecordSubject> subjects = subjects(random, round == 0 ? 0 : random.nextInt(400));
            SubjectTree tree = new SubjectTree(new EventSeed(seed), subjects);
            Definition definition = new Definition(seed, subjects);
            assertThat(tree.subject().root().bytes()).as("round %d", round).isEqualTo(definition.node(16, 0));
            for (int i = 0; i < Math.min(subjects.size(), 5); i++) {
                int position = random.nextInt(subjects.size());
                SubjectOpening opening = tree.open(position);
                assertThat(opening.place()).isEqualTo(definition.places.get(position));
                assertThat(opening.salt().bytes()).isEqualTo(definition.salt(opening.place()));
                assertThat(opening.path()).isEqualTo(definition.path(opening.place()));
                opening.verify(tree.subject());
            }
        }
    }

    private static List<RecordSubject> subjects(Random random, int count) {
        List<RecordSubject> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subjects.add(new RecordSubject(random.nextBoolean() ? "item" : "incident", "id-" + random.nextInt(1000)));
        }
        return subjects;
    }

    /** The whole tree, without any thought of speed. */
    private static final class Definition {
        private final byte[] seed;
        private final RecordSubject[] taken = new RecordSubject[PLACES];
        private final List<Integer> places = new ArrayList<>();

        Definition(byte[] seed, List<RecordSubject> subjects) throws GeneralSecurityException {
            this.seed = seed;
            for (int i = 0; i < subjects.size(); i++) {
                byte[] first = hmac("aletheia/subject-place/v1\n" + i);
                int place = Byte.toUnsignedInt(first[0]) * 256 + Byte.toUnsignedInt(first[1]);
                while (taken[place] != null) {
                    place = (place + 1) % PLACES;
                }
                taken[place] = subjects.get(i);
                places.add(place);
            }
        }

        byte[] node(int height, int index) throws GeneralSecurityException, IOException {
            if (isEmpty(height, index)) {
                return hmac("aletheia/subject-padding/v1\n" + height + "/" + index);
            }
            return height == 0
                    ? leaf(index)
                    : sha256(new byte[] {1}, node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
        }

        List<Hash> path(int place) throws GeneralSecurityException, IOException {
            List<Hash> path = new ArrayList<>();
            for (int height = 0; height < 16; height++) {
                path.add(new Hash(node(height, (place >> height) ^ 1)));
            }
            return path;
        }

        byte[] salt(int place) throws GeneralSecurityException {
            return hmac("aletheia/subject-salt/v1\n" + place);
        }

        private byte[] leaf(int place) throws GeneralSecurityException, IOException {
            String json =
                    "[%d,{\"id\":\"%s\",\"kind\":\"%s\"}]".formatted(place, taken[place].id(), taken[place].kind());
            byte[] canonical = new JsonCanonicalizer(json).getEncodedUTF8();
            byte[] commitment = sha256("aletheia/subject/v1\n".getBytes(US_ASCII), salt(place), canonical);
            return sha256(new byte[] {0}, commitment);
        }

        private boolean isEmpty(int height, int index) {
            for (int place = index << height; place < (index + 1) << height; place++) {
                if (taken[place] != null) {
                    return false;
                }
            }
            return true;
        }

        private byte[] hmac(String text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(text.getBytes(US_ASCII));
        }

        private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        }
    }
}
