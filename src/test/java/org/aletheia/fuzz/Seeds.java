package org.aletheia.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.TreeHash;
import org.aletheia.verifier.ItemHistory;

/** Well-formed inputs of each parser, from which a fuzzer sets out. */
final class Seeds {
    static final EventSeed EVENT_SEED = new EventSeed(FuzzTarget.sequence(32));
    static final byte[] UNIT_KEY = FuzzTarget.sequence(32);
    static final byte[] KEK = FuzzTarget.sequence(32);
    static final String ORIGIN = "evidence.example/log";
    static final NoteKeyPair ED25519 = NoteKeyPair.generate(ORIGIN, SignatureType.ED25519);

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_780_000_000));
    private static final UUID ITEM = UUID.fromString("01a20690-da71-7031-b2c0-b0cb7eaf9a95");
    private static final UUID EVENT = UUID.fromString("01a20690-db5b-7083-a590-4937ac4ade79");
    private static final List<Hash> LEAVES = IntStream.range(0, 7)
            .mapToObj(i -> TreeHash.leaf(new byte[] {(byte) i}))
            .toList();
    private static final Checkpoint HEAD =
            Checkpoint.of(ORIGIN, Frontier.empty().appendAll(LEAVES).head());
    private static final SignedNote SIGNED = SignedNote.sign(HEAD.format(), List.of(ED25519.signer(CLOCK)));
    private static final String PROOF = new TlogProof(
                    new byte[0],
                    6,
                    List.of(TreeHash.root(LEAVES.subList(4, 6)), TreeHash.root(LEAVES.subList(0, 4))),
                    SIGNED.format())
            .format();
    private static final SubjectTree LIST = new SubjectTree(EVENT_SEED, List.of(RecordSubject.of("item", ITEM)));
    private static final SealedEvent SEALED = SealedEvent.seal(
            Event.of(EventTypes.RECEIVED, EVENT, CLOCK.instant())
                    .actor("p-1")
                    .subject(RecordSubject.of("item", ITEM))
                    .detail(Map.of("digests", Map.of("sha-256", Digest.sha256().hex()), "size", 0))
                    .build(),
            EVENT_SEED);

    /** Object and key of the example in docs/formats-content.md §5. */
    private static final String OBJECT =
            "0100630101018f3c2a7b1e7c3d9a450123456789ab3f0e8d1c52a44b8e8f6afedcba987654003c14"
                    + "739ae8d7f0273cf8c44484a426217020249511ea0d05f597d33f499e4dedc2ccf0219010142601d1"
                    + "d9e756ddbc4713b9c69f1eee985e4a5ad771722873fdcdd711f1492572055c960a29343aea55988f"
                    + "12be108490cb861009e8c5fde68acf73419e12abd30d54e324cebf951c3502616550b62d6460da78"
                    + "4c84f33db8be39008c8d";

    private Seeds() {}

    static List<byte[]> of(FuzzTarget target) {
        return switch (target) {
            case NOTE -> texts(SIGNED.format(), "text\n\nmore\n\n\u2014 example.com/foo Uw2QOlhY\n");
            case CHECKPOINT -> texts(HEAD.format(), HEAD.format() + "extension\n");
            case TILE_PATH ->
                texts("tile/0/x001/x234/067.p/12", "tile/63/999", "tile/2/x009/x223/x372/x036/x854/x775/807");
            case ENTRIES_PATH -> texts("tile/entries/x001/x234/067.p/12", "tile/entries/000");
            case ENTRIES -> List.of(new EntryBundle(List.of(new byte[32], new byte[] {}, new byte[3])).toBytes());
            case FRONTIER ->
                List.of(
                        Frontier.empty().appendAll(LEAVES).toBytes(),
                        Frontier.empty().toBytes());
            case PROOF -> texts(PROOF, PROOF.replaceFirst("\n", "\nextra AAAA\n"));
            case COSIGN_REQUEST ->
                texts(
                        new CosignRequest(3, LEAVES.subList(0, 2), SIGNED).format(),
                        new CosignRequest(0, List.of(), SIGNED).format());
            case VERIFIER_KEY ->
                Stream.of(SignatureType.values())
                        .map(type ->
                                NoteKeyPair.generate(ORIGIN, type).verifierKey().format())
                        .map(Seeds::utf8)
                        .toList();
            case PRIVATE_KEY ->
                List.of(
                        ED25519.toPkcs8(),
                        NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44).toPkcs8());
            case POLICY ->
                texts("log " + ED25519.verifierKey().format() + "\nwitness one "
                        + NoteKeyPair.generate("one", SignatureType.ED25519_COSIGNATURE)
                                .verifierKey()
                                .format()
                        + " https://one.example\n# all\ngroup both 1 one\nquorum both\n");
            case PROMISE -> texts(promise().text());
            case CANONICAL_JSON ->
                texts(
                        "{\"a\":[1,-20,null,true,false,9007199254740991],\"b\":{\"c\":\"x\\u20ac\\n\\\\\ud83d\ude00\"},\"d\":\"\"}",
                        "[[[[\"\\ud83d\\ude00\"]]]]");
            case STORED_EVENT -> List.of(SEALED.canonical());
            case DISCLOSED_EVENT ->
                List.of(
                        json(SEALED.disclose(Set.of()).json()),
                        json(SEALED.disclose(Set.of(EventField.values())).json()));
            case OPENING -> List.of(json(LIST.open(0).json()));
            case RECEIPT -> List.of(json(receipt().json()));
            case HISTORY ->
                List.of(json(Map.of(
                        "format",
                        ItemHistory.FORMAT,
                        "events",
                        List.of(Map.of(
                                "number",
                                1,
                                "event",
                                SEALED.disclose(Set.of(EventField.ACTOR)).json(),
                                "opening",
                                LIST.open(0).json(),
                                "proof",
                                PROOF)))));
            case UNIT_KEY_COPY ->
                texts(
                        "{\"format\":1,\"id\":\"3f0e8d1c-52a4-4b8e-8f6a-fedcba987654\",\"purpose\":\"item\",\"subject\":\"x\","
                                + "\"revision\":1,\"wrappedBy\":\"" + kekName()
                                + "\",\"wrapped\":\"AQAA\",\"createdAt\":\"x\"}",
                        "{\"format\":1,\"id\":\"3f0e8d1c-52a4-4b8e-8f6a-fedcba987654\",\"revision\":2,\"destroyedAt\":\"x\"}");
            case SEALED_OBJECT -> List.of(HexFormat.of().parseHex(OBJECT));
        };
    }

    private static Promise promise() {
        return new Promise(ORIGIN, SEALED.entry(), CLOCK.instant());
    }

    private static Receipt receipt() {
        return new Receipt(
                SEALED.disclose(Set.of(EventField.ACTOR)),
                Optional.of(SignedNote.sign(promise().text(), List.of(ED25519.signer(CLOCK)))
                        .format()),
                Optional.of(PROOF));
    }

    private static String kekName() {
        return Digest.sha256(utf8("aletheia/kek-name/v1\n"), KEK).hex().substring(0, 16);
    }

    private static List<byte[]> texts(String... texts) {
        return Stream.of(texts).map(Seeds::utf8).toList();
    }

    private static byte[] json(Object value) {
        return CanonicalJson.write(value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
