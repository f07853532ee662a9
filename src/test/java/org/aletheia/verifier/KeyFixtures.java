package org.aletheia.verifier;

import static org.aletheia.verifier.FixtureWriter.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyList;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;
import org.aletheia.transparency.keys.SignedKeyList;
import org.aletheia.transparency.timestamp.TestAuthority;

/** Fixtures of histories of a log's keys: followed, not to be followed, and keys that were revoked. */
final class KeyFixtures {
    private static final String COMMAND =
            "receipt evidence.example/log ../keys.txt ./receipt.json ../file.txt --key-history ./key-history.txt";
    private static final Instant BEGUN = Instant.ofEpochSecond(TestLog.TIME - 86_400);

    private final FixtureWriter writer;
    private final SmallHouse house;
    private final NoteKeyPair old;
    private final NoteKeyPair fresh = NoteKeyPair.generate(TestLog.ORIGIN, SignatureType.ED25519);

    KeyFixtures(Path all, SmallHouse house) {
        this.writer = new FixtureWriter(all);
        this.house = house;
        this.old = house.log.ed25519;
    }

    void write() throws IOException, CertificateEncodingException {
        KeyHistory overlap = next(begin(old), active(old), active(fresh));
        KeyHistory retired = next(overlap, listed(old, KeyStanding.RETIRED, BEGUN), active(fresh));
        receipt("right-key-history", "signed with a key that was retired since", signedBy(old), retired, "");
        receipt(
                "right-key-history-followed",
                "signed with the successor of the key in hand",
                signedBy(fresh),
                retired,
                "");
        receipt(
                "key-history",
                "a history of the log's keys by somebody else",
                signedBy(old),
                begin(fresh),
                "key-history");
        receipt(
                "key-history-cut-off",
                "nobody who knows the old key alone can follow to a key that it has not signed in",
                signedBy(fresh),
                next(begin(old), listed(old, KeyStanding.REVOKED, BEGUN), active(fresh)),
                "key-history signature signature-ed25519");
        receipt(
                "signature-ml-dsa-44-of-a-key-history",
                "the log does not sign with all kinds of keys that it says it signs with",
                signedBy(old),
                next(begin(old), active(old), active(house.log.mlDsa)),
                "signature-ml-dsa-44");
        KeyHistory revoked = next(overlap, listed(old, KeyStanding.REVOKED, BEGUN), active(fresh));
        receipt("key-revoked", "signed with a key that others may have by then", signedBy(old), revoked, "key-revoked");
        timestamped(next(
                overlap,
                listed(old, KeyStanding.REVOKED, Instant.ofEpochSecond(TestLog.TIME + 86_400_000)),
                active(fresh)));
    }

    /** Signed by a revoked key, and timestamped before. */
    private void timestamped(KeyHistory history) throws IOException, CertificateEncodingException {
        Receipt plain = signedBy(old);
        TestAuthority authority = TimestampedReceiptTest.honest("authority");
        byte[] note = bytes(TlogProof.parse(plain.proof().orElseThrow()).checkpoint());
        byte[] token = TimestampedReceiptTest.whole(authority, note).encoded();
        Receipt stamped = new Receipt(
                plain.event(),
                plain.promise(),
                plain.proof(),
                List.of(new ReceiptTimestamp("one", Base64.getEncoder().encodeToString(token))));
        writer.fixture(
                "right-key-revoked-after-its-timestamp",
                "signed with a key that was revoked later, as a timestamp shows",
                COMMAND + " --timestamp-root ./root.pem",
                "",
                Map.of(
                        "receipt.json", SmallHouse.json(stamped),
                        "key-history.txt", bytes(history.format()),
                        "root.pem", StampFixtures.pem(authority.root())));
    }

    private void receipt(String name, String about, Receipt receipt, KeyHistory history, String fails)
            throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        files.put("receipt.json", SmallHouse.json(receipt));
        files.put("key-history.txt", bytes(history.format()));
        writer.fixture(name, about, COMMAND, fails, files);
    }

    private Receipt signedBy(NoteKeyPair key) {
        house.log.signWith(key);
        Receipt receipt = house.receipt(house.log, Optional.empty());
        house.log.signWith(old);
        return receipt;
    }

    private static ListedKey active(NoteKeyPair pair) {
        return listed(pair, KeyStanding.ACTIVE, BEGUN);
    }

    private static ListedKey listed(NoteKeyPair pair, KeyStanding standing, Instant since) {
        return new ListedKey(pair.verifierKey(), standing, since);
    }

    private KeyHistory begin(NoteKeyPair pair) {
        KeyList list = new KeyList(TestLog.ORIGIN, 1, BEGUN, List.of(active(pair)));
        return new KeyHistory(List.of(signed(Optional.empty(), list, KeyHistory.headOfFirst(list))));
    }

    private KeyHistory next(KeyHistory history, ListedKey... keys) {
        KeyList list = new KeyList(TestLog.ORIGIN, history.size() + 1, BEGUN, List.of(keys));
        return history.with(signed(Optional.of(history.newest()), list, history.headOf(list)));
    }

    private SignedKeyList signed(Optional<KeyList> before, KeyList list, String head) {
        Set<NoteVerifierKey> signers = KeyHistory.signersOf(before, list);
        return new SignedKeyList(
                list,
                SignedNote.sign(
                        head,
                        Stream.of(old, fresh, house.log.mlDsa)
                                .filter(pair -> signers.contains(pair.verifierKey()))
                                .map(pair -> pair.signer(InstantSource.fixed(BEGUN)))
                                .toList()));
    }
}
