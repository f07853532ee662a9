package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures of checkpoints in each type, against the specification's own description of what is signed. */
@Tag("unit")
class CheckpointSignaturesTest {
    private static final String ORIGIN = "log.example/2026";
    private static final long TIME = 1_679_315_147;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(TIME, 999_000_000));
    private static final Checkpoint CHECKPOINT = Checkpoint.of(ORIGIN, new TreeHead(7, Trees.leaf(7)));

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void signsAndVerifies(SignatureType type) {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN, type);
        NoteVerifierKey verifier = NoteVerifierKey.parse(key.verifierKey().format());
        SignedNote note = SignedNote.parse(sign(CHECKPOINT, key).format());
        SignedNote.Verified verified = note.open(List.of(verifier)).getFirst();
        assertThat(verified.timestamp().isPresent()).isEqualTo(type.timestamped());
        assertThat(verified.timestamp().orElse(TIME)).isEqualTo(TIME);
        assertThat(verified.signature().bytes()).hasSize(type.signatureLength());
    }

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void refusesAnyOtherTreeHead(SignatureType type) {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN, type);
        List<NoteSignature> signatures = sign(CHECKPOINT, key).signatures();
        for (Checkpoint other : List.of(
                Checkpoint.of("log.example/2027", CHECKPOINT.head()),
                Checkpoint.of(ORIGIN, new TreeHead(8, Trees.leaf(7))),
                Checkpoint.of(ORIGIN, new TreeHead(7, Trees.leaf(8))))) {
            SignedNote forged = new SignedNote(other.format(), signatures);
            assertThat(catchThrowableOfType(NoteException.class, () -> forged.open(List.of(key.verifierKey()))))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void refusesAChangedSignatureOrTime(SignatureType type) {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN, type);
        byte[] signature = sign(CHECKPOINT, key).signatures().getFirst().bytes();
        for (int at : new int[] {0, 7, 8, signature.length - 1}) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            assertThat(key.verifierKey().verifies(CHECKPOINT.format(), changed)).isFalse();
        }
        assertThat(key.verifierKey().verifies(CHECKPOINT.format(), Arrays.copyOf(signature, signature.length - 1)))
                .isFalse();
        assertThat(key.verifierKey().verifies(CHECKPOINT.format(), signature)).isTrue();
    }

    @Test
    void mlDsaSignsTheStructOfTheSpecification() throws IOException, GeneralSecurityException {
        NoteKeyPair key = NoteKeyPair.generate("cosigner.example", SignatureType.ML_DSA_44);
        byte[] blob = sign(CHECKPOINT, key).signatures().getFirst().bytes();
        assertThat(ByteBuffer.wrap(blob).getLong()).isEqualTo(TIME);
        Signature engine = Signature.getInstance("ML-DSA-44");
        byte[] spki = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");
        byte[] encoded = ByteBuffer.allocate(spki.length + 1312)
                .put(spki)
                .put(key.verifierKey().publicKey())
                .array();
        engine.initVerify(KeyFactory.getInstance("ML-DSA-44").generatePublic(new X509EncodedKeySpec(encoded)));
        engine.update(struct("cosigner.example"));
        assertThat(engine.verify(Arrays.copyOfRange(blob, 8, blob.length))).isTrue();
    }

    @Test
    void mlDsaLeavesExtensionLinesOut() {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44);
        Checkpoint extended = new Checkpoint(ORIGIN, CHECKPOINT.size(), CHECKPOINT.root(), List.of("more"));
        SignedNote moved =
                new SignedNote(extended.format(), sign(CHECKPOINT, key).signatures());
        assertThat(moved.open(List.of(key.verifierKey()))).hasSize(1);
    }

    @Test
    void ed25519CosignatureSignsItsThreePartText() {
        NoteKeyPair key = NoteKeyPair.generate("cosigner.example", SignatureType.ED25519_COSIGNATURE);
        byte[] blob = sign(CHECKPOINT, key).signatures().getFirst().bytes();
        NoteVerifierKey plain = new NoteVerifierKey(
                "cosigner.example", SignatureType.ED25519, key.verifierKey().publicKey());
        String message = "cosignature/v1\ntime 1679315147\n" + CHECKPOINT.format();
        assertThat(plain.verifies(message, Arrays.copyOfRange(blob, 8, blob.length)))
                .isTrue();
    }

    @Test
    void timestampedTypesSignCheckpointsOnly() {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44);
        byte[] text = "no checkpoint\n".getBytes(StandardCharsets.UTF_8);
        assertRefused("checkpoint-form", () -> key.signer(CLOCK).sign(text));
        assertThat(key.verifierKey().verifies("no checkpoint\n", new byte[2428]))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void keysSurviveStorage(SignatureType type) {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN, type);
        NoteKeyPair stored = NoteKeyPair.of(key.verifierKey(), key.toPkcs8());
        sign(CHECKPOINT, stored).open(List.of(key.verifierKey()));
        assertThat(key.toString()).isEqualTo(key.verifierKey().label());
        NoteVerifierKey other = NoteKeyPair.generate(ORIGIN, type).verifierKey();
        assertRefused("key-mismatch", () -> NoteKeyPair.of(other, key.toPkcs8()));
        assertRefused("key-pkcs8", () -> NoteKeyPair.of(key.verifierKey(), new byte[10]));
        assertRefused("vkey-length", () -> new NoteVerifierKey(ORIGIN, type, new byte[5]));
    }

    @Test
    void aPublicKeyThatIsNoneIsRefusedNotTrusted() {
        // y = 2 is on no point of the curve; the JDK refuses it when it verifies.
        byte[] none = new byte[32];
        none[0] = 2;
        NoteVerifierKey key = new NoteVerifierKey(ORIGIN, SignatureType.ED25519, none);
        try {
            assertThat(key.verifies("text\n", new byte[64])).isFalse();
        } catch (org.aletheia.kernel.MalformedValueException e) {
            assertThat(e.reason()).isEqualTo("vkey-unusable");
        }
    }

    private static SignedNote sign(Checkpoint checkpoint, NoteKeyPair key) {
        return SignedNote.sign(checkpoint.format(), List.of(key.signer(CLOCK)));
    }

    /** tlog-cosignature, "ML-DSA-44 signed message", written out field by field. */
    private static byte[] struct(String cosigner) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(HexFormat.of().parseHex("737562747265652f76310a00")); // "subtree/v1\n\0"
        out.writeByte(cosigner.length());
        out.writeBytes(cosigner);
        out.writeLong(TIME);
        out.writeByte(ORIGIN.length());
        out.writeBytes(ORIGIN);
        out.writeLong(0);
        out.writeLong(7);
        out.write(Trees.leaf(7).bytes());
        return bytes.toByteArray();
    }
}
