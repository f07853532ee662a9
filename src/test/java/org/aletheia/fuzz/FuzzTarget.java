package org.aletheia.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectOpening;
import org.aletheia.evidence.content.SniffedStream;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.ProofException;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHasher;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TlogPolicy;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.timestamp.TimestampException;
import org.aletheia.verifier.content.ContentFaultException;
import org.aletheia.verifier.content.KeyRegisterCopy;
import org.aletheia.verifier.content.SealedObject;
import org.jspecify.annotations.Nullable;

/**
 * A parser of what strangers hand in, and what must hold of every input: it is refused by {@link MalformedValueException}
 * (or the exception of its own that is documented), or what was read means the same when it is written and read again. Where
 * a format has one text for each value, the text is the one that was read.
 */
enum FuzzTarget {
    NOTE(one(FuzzTarget::text, SignedNote::parse, SignedNote::format)),
    CHECKPOINT(one(FuzzTarget::text, Checkpoint::parse, Checkpoint::format)),
    TILE_PATH(one(FuzzTarget::text, TileId::parse, TileId::path)),
    ENTRIES_PATH(one(FuzzTarget::text, EntryBundleId::parse, EntryBundleId::path)),
    ENTRIES(FuzzTarget::entries),
    FRONTIER(bytes -> same(bytes, Frontier.parse(bytes).toBytes())),
    PROOF(FuzzTarget::proof),
    COSIGN_REQUEST(VerifierTargets::cosignRequest),
    COSIGNATURES(VerifierTargets::cosignatures),
    VERIFIER_KEY(one(FuzzTarget::text, NoteVerifierKey::parse, NoteVerifierKey::format)),
    PRIVATE_KEY(FuzzTarget::privateKey),
    KEY_HISTORY(one(FuzzTarget::text, KeyHistory::parse, KeyHistory::format)),
    POLICY(bytes -> TlogPolicy.parse(bytes).quorum().isMet(List.of())),
    PROMISE(one(FuzzTarget::text, Promise::parse, Promise::text)),
    CANONICAL_JSON(FuzzTarget::canonicalJson),
    STORED_EVENT(
            bytes -> same(bytes, SealedEvent.restore(bytes, LogSeeds.EVENT_SEED).canonical())),
    DISCLOSED_EVENT(FuzzTarget::disclosedEvent),
    OPENING(bytes -> {
        SubjectOpening opening = SubjectOpening.ofJson(CanonicalJson.parse(bytes));
        same(opening, SubjectOpening.ofJson(opening.json()));
    }),
    RECEIPT(VerifierTargets::receipt),
    HISTORY(VerifierTargets::history),
    TIMESTAMP_RESPONSE(TimestampTargets::response),
    TIMESTAMP_TOKEN(TimestampTargets::token),
    TIMESTAMPS_LATEST(VerifierTargets::timestampsLatest),
    REVOCATION_LIST(TimestampTargets::revocationList),
    CERTIFICATES(TimestampTargets::certificates),
    UNIT_KEY_COPY(bytes -> KeyRegisterCopy.parse(bytes).unitKey(Seeds.KEK)),
    SEALED_OBJECT(FuzzTarget::sealedObject),
    FIRST_BYTES(FuzzTarget::firstBytes);

    /** What a fuzzer found once lies here, in a folder of the target's name, and is tried in every build. */
    static final Path FINDINGS = Path.of("src", "test", "resources", "fuzz");

    private final Consumer<byte[]> parser;

    FuzzTarget(Consumer<byte[]> parser) {
        this.parser = parser;
    }

    /** Lower case with hyphens. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FuzzTarget ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Feeds the parser.
     *
     * @return false where the input was refused
     * @throws RuntimeException or an Error, of any kind, if it breaks
     */
    boolean feed(byte[] input) {
        try {
            parser.accept(input);
            return true;
        } catch (MalformedValueException | ProofException | ContentFaultException | TimestampException refused) {
            return false; // as it may
        }
    }

    /** Well-formed inputs, of which the first is accepted. */
    List<byte[]> seeds() {
        return Seeds.of(this);
    }

    /** Inputs that broke the parser once, or that a fuzzer found interesting enough to keep. */
    List<byte[]> findings() throws IOException {
        Path folder = FINDINGS.resolve(label());
        if (Files.notExists(folder)) {
            return List.of();
        }
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static <T> Consumer<byte[]> one(
            Function<byte[], String> text, Function<String, T> parse, Function<T, String> format) {
        return bytes -> {
            String given = text.apply(bytes);
            same(given, format.apply(parse.apply(given)));
        };
    }

    /** Plainly, and not by a library that a fuzzer would have to instrument. */
    static void same(@Nullable Object expected, @Nullable Object found) {
        if (!Objects.deepEquals(expected, found)) {
            throw new AssertionError("read as something else than it says");
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void proof(byte[] bytes) {
        String text = text(bytes);
        TlogProof proof = TlogProof.parse(text);
        same(text, proof.format());
        proof.inclusion().verify(LogSeeds.LEAVES.getLast(), proof.treeHead().root());
    }

    /** Bundles are read in two ways: to have the entries, and, by whoever hashes a whole log, their hashes alone. */
    private static void entries(byte[] bytes) {
        EntryBundle bundle;
        try {
            bundle = EntryBundle.parse(bytes);
        } catch (MalformedValueException refused) {
            new TileHasher().leafHashes(bytes);
            throw new AssertionError("hashes of what is no bundle", refused);
        }
        same(bytes, bundle.toBytes());
        List<Hash> leaves = bundle.leafHashes();
        same(new Tile(new TileId(0, 0, leaves.size()), leaves).toBytes(), new TileHasher().leafHashes(bytes));
    }

    private static void privateKey(byte[] bytes) {
        NoteKeyPair expected = bytes.length < Seeds.SHORTEST_ML_DSA ? LogSeeds.ED25519 : Seeds.ML_DSA;
        NoteKeyPair pair = NoteKeyPair.of(expected.verifierKey(), bytes);
        same(pair.toPkcs8(), NoteKeyPair.of(pair.verifierKey(), pair.toPkcs8()).toPkcs8());
    }

    private static void canonicalJson(byte[] bytes) {
        Object value = CanonicalJson.parse(bytes);
        byte[] canonical = CanonicalJson.write(value);
        same(value, CanonicalJson.parseCanonical(canonical));
        same(canonical, CanonicalJson.write(CanonicalJson.parse(canonical)));
    }

    private static void disclosedEvent(byte[] bytes) {
        DisclosedEvent event = DisclosedEvent.parse(bytes);
        DisclosedEvent again = DisclosedEvent.parse(CanonicalJson.write(event.json()));
        same(event, again);
        same(event.entry(), again.entry());
    }

    /** Nothing is refused: it is of some type. */
    private static void firstBytes(byte[] bytes) {
        try (SniffedStream stream = new SniffedStream(new ByteArrayInputStream(bytes))) {
            stream.transferTo(OutputStream.nullOutputStream());
            if (!Objects.requireNonNull(stream.type()).mediaType().matches("[a-z0-9.+_-]+/[a-z0-9.+_-]+")) {
                throw new IllegalStateException("no media type");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sealedObject(byte[] bytes) {
        try (SealedObject object = SealedObject.open(new ByteArrayInputStream(bytes))) {
            object.decrypt(object.dataKey(Seeds.UNIT_KEY), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sequence(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
