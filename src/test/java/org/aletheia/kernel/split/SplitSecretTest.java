package org.aletheia.kernel.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many shares as are needed give the secret, fewer fit every secret, and slow and obvious code says the same. */
@Tag("unit")
class SplitSecretTest {
    private static final int FIELD = 256;

    private final Random random = new Random(20261201);

    @Test
    void whicheverSharesAreTakenTheyGiveTheSecret() {
        for (int round = 0; round < 300; round++) {
            int needed = 2 + random.nextInt(6);
            int all = needed + random.nextInt(6);
            byte[] secret = bytes(1 + random.nextInt(40));
            List<Share> shares = new ArrayList<>(SplitSecret.split(secret, needed, all));
            assertThat(shares).extracting(Share::number).doesNotHaveDuplicates().hasSize(all);
            Collections.shuffle(shares, random);
            List<Share> taken = shares.subList(0, needed);
            assertThat(SplitSecret.combine(taken)).isEqualTo(secret).isEqualTo(slowly(taken));
            assertThat(SplitSecret.combine(shares)).as("more than are needed").isEqualTo(secret);
        }
    }

    @Test
    void anySharesAtAllAreCombinedAsLagrangeSays() {
        for (int round = 0; round < 300; round++) {
            int length = 1 + random.nextInt(8);
            List<Integer> places = new ArrayList<>();
            for (int place = 1; place < FIELD; place++) {
                places.add(place);
            }
            Collections.shuffle(places, random);
            List<Share> shares = places.subList(0, 2 + random.nextInt(9)).stream()
                    .map(place -> new Share(place, bytes(length)))
                    .toList();
            assertThat(SplitSecret.combine(shares)).isEqualTo(slowly(shares));
        }
    }

    /** One share of two is the value of exactly one line through every secret: it rules none out. */
    @Test
    void oneShareOfTwoFitsEverySecret() {
        Share known = SplitSecret.split(new byte[] {42}, 2, 2).getFirst();
        Set<Byte> possible = new HashSet<>();
        for (int other = 0; other < FIELD; other++) {
            possible.add(SplitSecret.combine(List.of(known, new Share(2, new byte[] {(byte) other})))[0]);
        }
        assertThat(possible).hasSize(FIELD);
    }

    @Test
    void theSharesOfOneSecretAreOtherOnesEachTime() {
        byte[] secret = bytes(32);
        assertThat(SplitSecret.split(secret, 2, 3).getFirst().bytes())
                .isNotEqualTo(SplitSecret.split(secret, 2, 3).getFirst().bytes())
                .isNotEqualTo(secret);
    }

    @Test
    void tooFewSharesOrAWrongOneGiveSomethingElse() {
        byte[] secret = bytes(32);
        List<Share> shares = SplitSecret.split(secret, 3, 5);
        assertThat(SplitSecret.combine(shares.subList(0, 2))).isNotEqualTo(secret);
        byte[] wrong = shares.getFirst().bytes().clone();
        wrong[7] ^= 1;
        assertThat(SplitSecret.combine(List.of(new Share(1, wrong), shares.get(1), shares.get(2))))
                .isNotEqualTo(secret);
    }

    @Test
    void whatIsNotOfOneSecretIsRefused() {
        List<Share> shares = SplitSecret.split(bytes(4), 2, 3);
        assertThatThrownBy(() -> SplitSecret.combine(List.of(shares.getFirst(), shares.getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplitSecret.combine(List.of(shares.getFirst(), new Share(1, bytes(4)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplitSecret.combine(List.of(shares.getFirst(), new Share(2, bytes(5)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplitSecret.combine(shares.subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplitSecret.combine(List.of())).isInstanceOf(IllegalArgumentException.class);
        for (int place : new int[] {0, -1, FIELD}) {
            assertThatThrownBy(() -> new Share(place, bytes(4))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Share(1, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersThatProtectNothingAreRefused() {
        byte[] secret = bytes(32);
        for (int[] wrong : new int[][] {{1, 3}, {0, 3}, {3, 2}, {2, FIELD}, {FIELD, FIELD}}) {
            assertThatThrownBy(() -> SplitSecret.split(secret, wrong[0], wrong[1]))
                    .as(Arrays.toString(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SplitSecret.split(new byte[0], 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SplitSecret.combine(
                        SplitSecret.split(secret, 2, SplitSecret.MOST).subList(253, 255)))
                .isEqualTo(secret);
    }

    @Test
    void theFieldIsThatOfAes() {
        for (int one = 0; one < FIELD; one++) {
            for (int other = 0; other < FIELD; other++) {
                assertThat(SplitSecret.multiplied(one, other)).isEqualTo(product(one, other));
            }
            assertThat(SplitSecret.inverse(one)).isEqualTo(one == 0 ? 0 : inverse(one));
        }
        assertThat(SplitSecret.multiplied(0x57, 0x83)).as("FIPS 197, 4.2").isEqualTo(0xC1);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Lagrange's interpolation as it stands in books: the sum of y times the product of (0 - x') / (x - x'). */
    private static byte[] slowly(List<Share> shares) {
        byte[] value = new byte[shares.getFirst().bytes().length];
        for (int i = 0; i < value.length; i++) {
            for (Share share : shares) {
                int term = share.bytes()[i] & 0xFF;
                for (Share other : shares) {
                    if (other != share) {
                        term = product(term, other.number());
                        term = product(term, inverse(share.number() ^ other.number()));
                    }
                }
                value[i] ^= (byte) term;
            }
        }
        return value;
    }

    /** All products of terms of two polynomials, then long division by x^8 + x^4 + x^3 + x + 1. */
    private static int product(int one, int other) {
        int product = 0;
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                if ((one >> i & 1) == 1 && (other >> j & 1) == 1) {
                    product ^= 1 << (i + j);
                }
            }
        }
        for (int degree = 14; degree >= 8; degree--) {
            if ((product >> degree & 1) == 1) {
                product ^= 0x11B << (degree - 8);
            }
        }
        return product;
    }

    /** Whatever gives one. */
    private static int inverse(int value) {
        int tried = 1;
        while (product(value, tried) != 1) {
            tried++;
        }
        return tried;
    }
}
