package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.Mutations;
import org.aletheia.transparency.NoteException.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SignedNoteTest {
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final NoteVerifierKey KEY = NoteVerifierKey.parse(VKEY);
    private static final String NOTE = "This is an example message.\n\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void verifiesTheVectorOfTheSpecification() {
        List<SignedNote.Verified> verified = SignedNote.parse(NOTE).open(List.of(KEY));
        assertThat(verified).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(KEY);
            assertThat(one.timestamp()).isEmpty();
        });
        assertThat(SignedNote.parse(NOTE).format()).isEqualTo(NOTE);
        assertThat(KEY.format()).isEqualTo(VKEY);
        assertThat(KEY.label()).isEqualTo("example.com/foo+530d903a");
    }

    @Test
    void verifiesACheckpointOfAnotherLog() {
        // Published by the Go checksum database; its key's name is not its origin.
        String note = "go.sum database tree\n35225469\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n\n"
                + "\u2014 sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2H"
                + "gXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=\n";
        NoteVerifierKey key =
                NoteVerifierKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
        assertThat(SignedNote.parse(note).open(List.of(key))).hasSize(1);
        assertThat(Checkpoint.parse(SignedNote.parse(note).text()).size()).isEqualTo(35225469);
    }

    @Test
    void refusesAChangedText() {
        SignedNote changed = SignedNote.parse(NOTE.replace("example message", "other message"));
        assertReason(Reason.BAD_SIGNATURE, changed, List.of(KEY));
    }

    @Test
    void ignoresUnknownKeysButNeedsAKnownOne() {
        NoteKeyPair other = NoteKeyPair.generate("example.com/foo", SignatureType.ED25519); // same name, other id
        SignedNote both = SignedNote.parse(NOTE).with(signatures(other, NOTE));
        assertThat(both.open(List.of(KEY))).hasSize(1);
        assertReason(Reason.NO_KNOWN_KEY, both, List.of());
        assertReason(Reason.NO_KNOWN_KEY, SignedNote.parse(NOTE), List.of(other.verifierKey()));
    }

    @Test
    void oneFailingKnownKeySpoilsTheNote() {
        NoteKeyPair other = NoteKeyPair.generate("other.example", SignatureType.ED25519);
        SignedNote both = SignedNote.parse(NOTE).with(signatures(other, "Something else.\n"));
        assertReason(Reason.BAD_SIGNATURE, both, List.of(KEY, other.verifierKey()));
        assertThat(both.open(List.of(KEY))).hasSize(1);
    }

    @Test
    void acceptsManySignatures() {
        List<NoteSignature> more = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            more.add(new NoteSignature("cosigner.example/" + i, i, new byte[2428]));
        }
        SignedNote note = SignedNote.parse(SignedNote.parse(NOTE).with(more).format());
        assertThat(note.signatures()).hasSize(41);
        assertThat(note.open(List.of(KEY))).hasSize(1);
        assertRefused("note-signatures", () -> SignedNote.parse(NOTE).with(Collections.nCopies(64, more.getFirst())));
    }

    @Test
    void theTextMayHoldEmptyLines() {
        NoteKeyPair key = NoteKeyPair.generate("example.com/log", SignatureType.ED25519);
        String text = "one\n\n\u2014 two three\n\nfour\n";
        SignedNote note = SignedNote.sign(text, List.of(key.signer(InstantSource.system())));
        SignedNote read = SignedNote.parse(note.format());
        assertThat(read).isEqualTo(note);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.open(List.of(key.verifierKey()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name",
                "text\n\n\u2014 name AAAAAAA=\ntrailing\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\n\n\u2014 na me AAAAAAAA\n",
                "text\n\n\u2014  AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAA==\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA\r\n",
                "te\txt\n\n\u2014 name AAAAAAAA\n",
                "te\u0000xt\n\n\u2014 name AAAAAAAA\n"
            })
    void refusesOtherForms(String note) {
        MalformedValueException refusal =
                catchThrowableOfType(MalformedValueException.class, () -> SignedNote.parse(note));
        assertThat(refusal).isNotNull();
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertRefused("note-encoding", () -> SignedNote.parse(new byte[] {(byte) 0xC0, (byte) 0x80}));
        assertRefused("note-encoding", () -> new SignedNote("\uD800\n", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void refusesOtherKeys(String vkey) {
        assertThat(catchThrowableOfType(MalformedValueException.class, () -> NoteVerifierKey.parse(vkey)))
                .isNotNull();
    }

    @Test
    void survivesDamage() {
        Mutations.fuzz(NOTE, bytes -> {
            try {
                SignedNote.parse(bytes).open(List.of(KEY));
            } catch (NoteException expected) {
                // refused, as it may
            }
        });
        Mutations.fuzz(VKEY, bytes -> NoteVerifierKey.parse(NoteText.decode(bytes)));
    }

    private static List<NoteSignature> signatures(NoteKeyPair key, String note) {
        String text = note.contains("\n\n") ? SignedNote.parse(note).text() : note;
        return SignedNote.sign(text, List.of(key.signer(InstantSource.system())))
                .signatures();
    }

    private static void assertReason(Reason reason, SignedNote note, List<NoteVerifierKey> keys) {
        NoteException refusal = catchThrowableOfType(NoteException.class, () -> note.open(keys));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
