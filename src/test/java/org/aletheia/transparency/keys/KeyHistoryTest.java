package org.aletheia.transparency.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class KeyHistoryTest {
    private static final String ORIGIN = "log.example/1";
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");

    private final NoteKeyPair ed = pair(SignatureType.ED25519);
    private final NoteKeyPair ml = pair(SignatureType.ML_DSA_44);
    private final NoteKeyPair ed2 = pair(SignatureType.ED25519);
    private final NoteKeyPair ml2 = pair(SignatureType.ML_DSA_44);
    private final NoteKeyPair promise = NoteKeyPair.generate(ORIGIN + "/promise", SignatureType.ED25519);
    private final List<NoteKeyPair> all = List.of(ed, ml, ed2, ml2, promise);

    private final KeyHistory first = begin(active(ed), active(ml), active(promise));
    private final KeyHistory overlap = next(first, active(ed), active(ml), active(promise), active(ed2), active(ml2));
    private final KeyHistory retired = next(
            overlap,
            at(ed, KeyStanding.RETIRED),
            at(ml, KeyStanding.RETIRED),
            active(promise),
            active(ed2),
            active(ml2));

    @Test
    void readsWhatItWrites() {
        assertThat(KeyHistory.parse(retired.format()).format()).isEqualTo(retired.format());
        assertThat(retired.newest().active())
                .containsExactly(promise.verifierKey(), ed2.verifierKey(), ml2.verifierKey());
    }

    @Test
    void theTextIsFrozen() {
        KeyList list = new KeyList(
                "example.com/foo",
                7,
                T0,
                List.of(new ListedKey(
                        NoteVerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
                        KeyStanding.ACTIVE,
                        T0.plusMillis(7))));
        assertThat(list.text()).isEqualTo("""
                aletheia/keys/v1
                example.com/foo
                7
                2026-11-01T00:00:00Z
                active 2026-11-01T00:00:00Z example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
                """);
        assertThat(KeyList.parse(list.text())).isEqualTo(list);
    }

    @Test
    void oldAndNewKeysSignAChange() {
        assertThat(labels(overlap, 1)).containsExactlyInAnyOrder(ed, ml, ed2, ml2, promise);
        assertThat(labels(retired, 2)).containsExactlyInAnyOrder(ed, ml, ed2, ml2, promise);
    }

    @Test
    void whoKnowsTheOldKeysComesToKnowTheNewOnesAndTheOtherWayRound() {
        assertThat(retired.vouchedBy(keys(ed, ml))).isEqualTo(3);
        assertThat(retired.vouchedBy(keys(ed))).isEqualTo(3);
        assertThat(retired.vouchedBy(keys(ed2, ml2))).isEqualTo(3);
        assertThat(overlap.vouchedBy(keys(ed2, ml2))).isEqualTo(2);
    }

    @Test
    void strangersKeysVouchForNothing() {
        assertThat(retired.vouchedBy(List.of())).isZero();
        assertThat(retired.vouchedBy(keys(pair(SignatureType.ED25519)))).isZero();
        assertThat(retired.vouchedBy(keys(promise))).isZero();
    }

    /** A kind is there against whoever breaks the other: one stolen or broken key of two must not carry a list. */
    @Test
    void oneKindOfKeyDoesNotVouchForWhoeverKnowsBoth() {
        KeyHistory taken = next(first, active(ed), at(ml, KeyStanding.REVOKED), active(promise), active(ml2));
        assertThat(taken.vouchedBy(keys(ed, ml))).isEqualTo(1);
        assertThat(taken.vouchedBy(keys(ed, ml2))).isEqualTo(2);
    }

    @Test
    void aListNeedsTheSignatureOfEachKeyThatIsAndWasActive() {
        for (NoteKeyPair absent : List.of(ed, ml, ed2, ml2, promise)) {
            SignedKeyList last = overlap.lists().getLast();
            SignedNote cut = new SignedNote(
                    last.head().text(),
                    last.head().signatures().stream()
                            .filter(signature ->
                                    signature.keyId() != absent.verifierKey().keyId())
                            .toList());
            refused("key-list-signature", () -> first.with(new SignedKeyList(last.list(), cut)));
        }
    }

    @Test
    void aRevokedKeyNeedNotSign() {
        KeyHistory revoked =
                next(overlap, at(ed, KeyStanding.REVOKED), active(ml), active(promise), active(ed2), active(ml2));
        assertThat(labels(revoked, 2)).doesNotContain(ed);
        assertThat(revoked.vouchedBy(keys(ed, ml))).isEqualTo(3);
    }

    @Test
    void aListForgetsNothingAndTakesNothingBack() {
        refused("key-list-forgotten", () -> next(overlap, active(ed), active(ml), active(promise), active(ed2)));
        refused(
                "key-list-standing",
                () -> next(
                        retired, active(ed), at(ml, KeyStanding.RETIRED), active(promise), active(ed2), active(ml2)));
        refused(
                "key-list-standing",
                () -> next(first, active(ed), active(ml), active(promise), at(ed2, KeyStanding.REVOKED)));
        refused(
                "key-list-inactive",
                () -> next(first, at(ed, KeyStanding.RETIRED), at(ml, KeyStanding.RETIRED), active(promise)));
    }

    /** Any list of another history, put in the place of one, breaks the heads behind it. */
    @Test
    void noListCanBeExchanged() {
        KeyHistory other = next(first, active(ed), active(ml), active(promise), active(ed2));
        List<SignedKeyList> mixed = new ArrayList<>(retired.lists());
        mixed.set(1, other.lists().get(1));
        refused("key-list-", () -> new KeyHistory(mixed));
        refused("key-list-number", () -> new KeyHistory(retired.lists().subList(1, 3)));
        refused(
                "key-list-number",
                () -> new KeyHistory(
                        List.of(first.lists().getFirst(), retired.lists().getLast())));
    }

    @Test
    void everyChangedByteOfTheTextIsRefused() {
        String text = overlap.format();
        int found = 0;
        int step = 37;
        for (int i = 0; i < text.length(); i += step) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> KeyHistory.parse(changed)).isInstanceOf(MalformedValueException.class);
            found++;
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void whatIsNotAListIsRefused() {
        UnaryOperator<String> good = text -> text;
        String text = first.newest().text();
        assertThat(KeyList.parse(good.apply(text))).isEqualTo(first.newest());
        refused("key-list-form", () -> KeyList.parse(text.substring(0, text.length() - 1)));
        refused("key-list-form", () -> KeyList.parse(text.replace("keys/v1", "keys/v2")));
        refused("key-list-number", () -> KeyList.parse(text.replaceFirst("\n1\n", "\n01\n")));
        refused("key-list-standing", () -> KeyList.parse(text.replaceFirst("active", "sleeping")));
        refused("key-list-time", () -> KeyList.parse(text.replaceFirst("00Z", "00.5Z")));
        refused("key-list-name", () -> KeyList.parse(text.replaceFirst(ORIGIN + "\n", "other.example/1\n")));
        refused(
                "key-list-twice",
                () -> KeyList.parse(text + text.lines().skip(4).findFirst().orElseThrow() + "\n"));
    }

    private static NoteKeyPair pair(SignatureType type) {
        return NoteKeyPair.generate(ORIGIN, type);
    }

    private static List<NoteVerifierKey> keys(NoteKeyPair... pairs) {
        return Arrays.stream(pairs).map(NoteKeyPair::verifierKey).toList();
    }

    private static ListedKey active(NoteKeyPair pair) {
        return at(pair, KeyStanding.ACTIVE);
    }

    private static ListedKey at(NoteKeyPair pair, KeyStanding standing) {
        return new ListedKey(pair.verifierKey(), standing, T0);
    }

    private KeyHistory begin(ListedKey... keys) {
        KeyList list = new KeyList(ORIGIN, 1, T0, List.of(keys));
        return new KeyHistory(List.of(signed(Optional.empty(), list, KeyHistory.headOfFirst(list))));
    }

    private KeyHistory next(KeyHistory history, ListedKey... keys) {
        KeyList list = new KeyList(ORIGIN, history.size() + 1, T0.plusSeconds(history.size()), List.of(keys));
        return history.with(signed(Optional.of(history.newest()), list, history.headOf(list)));
    }

    private SignedKeyList signed(Optional<KeyList> before, KeyList list, String head) {
        Set<NoteVerifierKey> signers = KeyHistory.signersOf(before, list);
        return new SignedKeyList(
                list,
                SignedNote.sign(
                        head,
                        all.stream()
                                .filter(pair -> signers.contains(pair.verifierKey()))
                                .map(pair -> pair.signer(Clock.systemUTC()))
                                .toList()));
    }

    /** Whose signatures a head has. */
    private Set<NoteKeyPair> labels(KeyHistory history, int index) {
        Set<NoteVerifierKey> signed =
                history.lists().get(index).head().open(keys(all.toArray(NoteKeyPair[]::new))).stream()
                        .map(SignedNote.Verified::key)
                        .collect(Collectors.toSet());
        return all.stream().filter(pair -> signed.contains(pair.verifierKey())).collect(Collectors.toSet());
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                .startsWith(reason));
    }
}
