package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints, proofs and entry bundles as they are stored and sent. */
@Tag("unit")
class LogTextsTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String CHECKPOINT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
    private static final Trees TREES = new Trees().grow(300);

    @Test
    void readsTheCheckpointOfTheSpecification() {
        Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT);
        assertThat(checkpoint)
                .isEqualTo(Checkpoint.of("example.com/behind-the-sofa", new TreeHead(20852163, Hash.ofBase64(ROOT))));
        assertThat(checkpoint.format()).isEqualTo(CHECKPOINT);
        String extended = CHECKPOINT + "extension one\ntwo\n";
        assertThat(Checkpoint.parse(extended).extensions()).containsExactly("extension one", "two");
        assertThat(Checkpoint.parse(extended).format()).isEqualTo(extended);
        String empty = Checkpoint.of("log.example", TreeHead.empty()).format();
        assertThat(Checkpoint.parse(empty).head()).isEqualTo(TreeHead.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', checkpoint-form",
        "'o\n1\n', checkpoint-form",
        "'o\n1\nROOT', checkpoint-form",
        "'\n1\nROOT\n', checkpoint-line",
        "'o\n1\nROOT\n\n', checkpoint-line",
        "'o\n1\nROOT\n\nx\n', checkpoint-line",
        "'o\n01\nROOT\n', checkpoint-size",
        "'o\n-1\nROOT\n', checkpoint-size",
        "'o\n+1\nROOT\n', checkpoint-size",
        "'o\n1 \nROOT\n', checkpoint-size",
        "'o\n\nROOT\n', checkpoint-size",
        "'o\n9223372036854775808\nROOT\n', checkpoint-size",
        "'o\n0\nROOT\n', tree-root",
        "'o\n1\nAAAA\n', hash-length",
        "'o\n1\nAAA\n', base64",
        "'o\tx\n1\nROOT\n', checkpoint-line"
    })
    void refusesOtherCheckpoints(String text, String reason) {
        assertRefused(reason, () -> Checkpoint.parse(text.replace("ROOT", ROOT)));
    }

    @Test
    void aProofCarriesAllThatIsNeeded() {
        NoteKeyPair key = NoteKeyPair.generate("log.example", SignatureType.ED25519);
        String text = proof(key, 299).format();
        TlogProof read = TlogProof.parse(text);
        assertThat(read.format()).isEqualTo(text);
        assertThat(read).isEqualTo(proof(key, 299)).hasSameHashCodeAs(proof(key, 299));
        assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nindex 299\n");
        read.note().open(List.of(key.verifierKey()));
        read.inclusion().verify(Trees.leaf(299), read.treeHead().root());
        assertThat(read.extra()).isEmpty();
    }

    @Test
    void aProofMayCarryExtraDataAndNoPath() {
        String note = noteOf("log.example\n1\n" + Trees.leaf(0).base64() + "\n");
        TlogProof proof = new TlogProof(new byte[] {1, 2}, 0, List.of(), note);
        assertThat(proof.format()).isEqualTo("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 0\n\n" + note);
        assertThat(TlogProof.parse(proof.format())).isEqualTo(proof);
        proof.inclusion().verify(Trees.leaf(0), Trees.leaf(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\nindex 0\nNOTE",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nNOTE",
                "c2sp.org/tlog-proof@v1\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nindex\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nextra AA\nindex 0\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nNOTE",
                "c2sp.org/tlog-proof@v1\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\ntext\n\n\u2014 a AAAAAAAA\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\n\nNOTE"
            })
    void refusesOtherProofs(String text) {
        assertThat(catchThrowableOfType(
                        MalformedValueException.class, () -> TlogProof.parse(text.replace("NOTE", noteOf(CHECKPOINT)))))
                .isNotNull();
    }

    @Test
    void bundlesEntriesWithTheirLengths() {
        EntryBundle bundle = new EntryBundle(List.of(new byte[] {7}, new byte[0], new byte[0xFFFF]));
        byte[] bytes = bundle.toBytes();
        assertThat(bytes).startsWith(0, 1, 7, 0, 0, 0xFF, 0xFF).hasSize(6 + 1 + 0xFFFF);
        EntryBundle read = EntryBundle.parse(bytes);
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.leafHashes().getFirst()).isEqualTo(TreeHash.leaf(new byte[] {7}));
        assertRefused("bundle-truncated", () -> EntryBundle.parse(new byte[] {0}));
        assertRefused("bundle-truncated", () -> EntryBundle.parse(new byte[] {0, 2, 1}));
        assertRefused("bundle-width", () -> EntryBundle.parse(new byte[0]));
        assertRefused("bundle-width", () -> EntryBundle.parse(new byte[2 * 300]));
        assertRefused("entry-length", () -> new EntryBundle(List.of(new byte[0x10000])));
        assertThat(Tiles.newEntryBundles(0, 300))
                .extracting(EntryBundleId::path)
                .containsExactly("tile/entries/000", "tile/entries/001.p/44");
        assertThat(EntryBundleId.parse("tile/entries/001.p/44")).isEqualTo(new EntryBundleId(1, 44));
        assertRefused("tile-path", () -> EntryBundleId.parse("tile/0/001"));
    }

    @Test
    void survivesDamage() {
        NoteKeyPair key = NoteKeyPair.generate("log.example", SignatureType.ED25519);
        Mutations.fuzz(CHECKPOINT, bytes -> Checkpoint.parse(NoteText.decode(bytes)));
        Mutations.fuzz(proof(key, 7).format(), bytes -> TlogProof.parse(NoteText.decode(bytes)));
        Mutations.fuzz(new EntryBundle(List.of(new byte[32], new byte[3])).toBytes(), EntryBundle::parse);
        Mutations.fuzz("tile/0/x001/x234/067.p/12", bytes -> TileId.parse(NoteText.decode(bytes)));
    }

    private static TlogProof proof(NoteKeyPair key, long index) {
        TreeProofs proofs = TREES.proofs(300);
        Checkpoint checkpoint = Checkpoint.of("log.example", new TreeHead(300, proofs.root(300)));
        SignedNote note = SignedNote.sign(checkpoint.format(), List.of(key.signer(InstantSource.system())));
        return TlogProof.of(proofs.inclusion(index, 300), note);
    }

    private static String noteOf(String text) {
        return new SignedNote(text, List.of(new NoteSignature("a", 0, new byte[1]))).format();
    }
}
