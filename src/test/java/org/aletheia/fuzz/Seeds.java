package org.aletheia.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.verifier.ItemHistory;

/** Well-formed inputs of each parser, from which a fuzzer sets out. */
final class Seeds {
    static final byte[] UNIT_KEY = FuzzTarget.sequence(32);
    static final byte[] KEK = FuzzTarget.sequence(32);
    static final NoteKeyPair PROMISES = FixedKeys.named(Promise.keyName(LogSeeds.ORIGIN), SignatureType.ED25519);
    static final NoteKeyPair COSIGNER = FixedKeys.named("witness.example", SignatureType.ED25519_COSIGNATURE);
    static final NoteKeyPair ML_DSA = FixedKeys.named(LogSeeds.ORIGIN, SignatureType.ML_DSA_44);
    /** Bytes of a private key; those of other kinds are shorter. */
    static final int SHORTEST_ML_DSA = 1000;

    /** {@link #UNIT_KEY} under {@link #KEK}, with a nonce of zeros. */
    private static final String WRAPPED =
            "AQAAAAAAAAAAAAAAAA69t92xKYW6AKGjPhQhn5bCUkRAPJR2OJiHqZjZ4kNJI1k9xU6BGWHMdvAmdf35QQ==";

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
            case NOTE -> texts(LogSeeds.SIGNED.format(), "text\n\nmore\n\n\u2014 example.com/foo Uw2QOlhY\n");
            case CHECKPOINT -> texts(LogSeeds.HEAD.format(), LogSeeds.HEAD.format() + "extension\n");
            case TILE_PATH ->
                texts("tile/0/x001/x234/067.p/12", "tile/63/999", "tile/2/x009/x223/x372/x036/x854/x775/807");
            case ENTRIES_PATH -> texts("tile/entries/x001/x234/067.p/12", "tile/entries/000");
            case ENTRIES ->
                List.of(
                        LogSeeds.ENTRIES.toBytes(),
                        new EntryBundle(List.of(new byte[32], new byte[] {}, new byte[3])).toBytes());
            case FRONTIER ->
                List.of(
                        Frontier.empty().appendAll(LogSeeds.LEAVES).toBytes(),
                        Frontier.empty().toBytes());
            case PROOF -> texts(LogSeeds.PROOF, LogSeeds.PROOF.replaceFirst("\n", "\nextra AAAA\n"));
            case COSIGN_REQUEST ->
                texts(
                        CosignRequest.of(LogSeeds.PROOFS.consistency(LogSeeds.EARLIER, LogSeeds.SIZE), LogSeeds.SIGNED)
                                .format(),
                        new CosignRequest(0, List.of(), LogSeeds.SIGNED).format());
            case COSIGNATURES -> texts(cosignature(COSIGNER) + cosignature(LogSeeds.ED25519));
            case VERIFIER_KEY ->
                Stream.of(SignatureType.values())
                        .map(type -> FixedKeys.named(LogSeeds.ORIGIN, type)
                                .verifierKey()
                                .format())
                        .map(Seeds::utf8)
                        .toList();
            case PRIVATE_KEY -> List.of(LogSeeds.ED25519.toPkcs8(), ML_DSA.toPkcs8());
            case POLICY ->
                texts("log " + LogSeeds.ED25519.verifierKey().format() + "\nwitness one "
                        + COSIGNER.verifierKey().format()
                        + " https://one.example\n# all\ngroup both 1 one\nquorum both\n");
            case KEY_HISTORY -> texts(KeySeeds.HISTORY);
            case PROMISE -> texts(promise().text());
            case CANONICAL_JSON ->
                texts(
                        "{\"a\":[1,-20,null,true,false,9007199254740991],\"b\":{\"c\":\"x\\u20ac\\n\\\\\ud83d\ude00\"},\"d\":\"\"}",
                        "[[[[\"\\ud83d\\ude00\"]]]]");
            case STORED_EVENT -> List.of(LogSeeds.SEALED.canonical());
            case DISCLOSED_EVENT ->
                List.of(
                        json(LogSeeds.SEALED.disclose(Set.of()).json()),
                        json(LogSeeds.SEALED
                                .disclose(Set.of(EventField.values()))
                                .json()));
            case OPENING -> List.of(json(LogSeeds.LIST.open(0).json()));
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
                                LogSeeds.SEALED
                                        .disclose(Set.of(EventField.ACTOR))
                                        .json(),
                                "opening",
                                LogSeeds.LIST.open(0).json(),
                                "proof",
                                LogSeeds.PROOF)))));
            case TIMESTAMP_RESPONSE -> List.of(TimestampSeeds.RESPONSE);
            case TIMESTAMP_TOKEN -> List.of(TimestampSeeds.TOKEN);
            case TIMESTAMPS_LATEST -> texts("7 one\n", "7 one\n8 two\n");
            case REVOCATION_LIST -> List.of(TimestampSeeds.REVOCATION_LIST);
            case CERTIFICATES -> List.of(TimestampSeeds.CERTIFICATES);
            case UNIT_KEY_COPY ->
                texts(
                        "{\"format\":1,\"id\":\"3f0e8d1c-52a4-4b8e-8f6a-fedcba987654\",\"purpose\":\"item\",\"subject\":\"x\","
                                + "\"revision\":1,\"wrappedBy\":\"" + kekName()
                                + "\",\"wrapped\":\"" + WRAPPED + "\",\"createdAt\":\"x\"}",
                        "{\"format\":1,\"id\":\"3f0e8d1c-52a4-4b8e-8f6a-fedcba987654\",\"revision\":2,\"destroyedAt\":\"x\"}");
            case SEALED_OBJECT -> List.of(HexFormat.of().parseHex(OBJECT));
            case FIRST_BYTES ->
                texts(
                        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                        "<html><head><title>x</title></head></html>",
                        "RIFF0000WEBPVP8 ",
                        "From: a\nSubject: b\n\nc",
                        "0000ftypheic0000mif1heic");
        };
    }

    private static String cosignature(NoteKeyPair key) {
        return SignedNote.sign(LogSeeds.HEAD.format(), List.of(key.signer(LogSeeds.CLOCK)))
                .signatures()
                .getFirst()
                .format();
    }

    private static Promise promise() {
        return new Promise(LogSeeds.ORIGIN, LogSeeds.SEALED.entry(), LogSeeds.CLOCK.instant());
    }

    private static Receipt receipt() {
        return new Receipt(
                LogSeeds.SEALED.disclose(Set.of(EventField.ACTOR)),
                Optional.of(SignedNote.sign(promise().text(), List.of(PROMISES.signer(LogSeeds.CLOCK)))
                        .format()),
                Optional.of(LogSeeds.PROOF),
                List.of(ReceiptTimestamp.of("one", TimestampSeeds.TOKEN)));
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
