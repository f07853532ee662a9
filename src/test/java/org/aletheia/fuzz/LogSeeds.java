package org.aletheia.fuzz;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.FirstSchema;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeProofs;

/** A log of seven entries, the last of which is an event; byte for byte the same in each process. */
final class LogSeeds {
    static final String ORIGIN = "evidence.example/log";
    static final NoteKeyPair ED25519 = FixedKeys.named(ORIGIN, SignatureType.ED25519);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_780_000_000));
    static final EventSeed EVENT_SEED = new EventSeed(FuzzTarget.sequence(32));

    static final int SIZE = 7;
    static final int EARLIER = 3;

    private static final UUID ITEM = UUID.fromString("01a20690-da71-7031-b2c0-b0cb7eaf9a95");
    private static final UUID EVENT = UUID.fromString("01a20690-db5b-7083-a590-4937ac4ade79");

    static final SubjectTree LIST = new SubjectTree(EVENT_SEED, List.of(RecordSubject.of("item", ITEM)));
    static final SealedEvent SEALED = SealedEvent.seal(
            FirstSchema.of(Event.of(EventTypes.RECEIVED, EVENT, CLOCK.instant())
                    .actor("p-1")
                    .subject(LIST.subject())
                    .detail(Map.of("digests", Map.of("sha-256", Digest.sha256().hex()), "size", 0))
                    .build()),
            EVENT_SEED);

    static final EntryBundle ENTRIES = new EntryBundle(entries());
    static final List<Hash> LEAVES = ENTRIES.leafHashes();
    static final Checkpoint HEAD = head(SIZE);
    static final SignedNote SIGNED = signed(HEAD);
    static final TreeProofs PROOFS = new TreeProofs(
            (level, index) -> TreeHash.root(LEAVES.subList((int) (index << level), (int) ((index + 1) << level))));
    static final String PROOF =
            TlogProof.of(PROOFS.inclusion(SIZE - 1, SIZE), SIGNED).format();

    private LogSeeds() {}

    static Checkpoint head(int size) {
        return Checkpoint.of(
                ORIGIN, Frontier.empty().appendAll(LEAVES.subList(0, size)).head());
    }

    static SignedNote signed(Checkpoint head) {
        return SignedNote.sign(head.format(), List.of(ED25519.signer(CLOCK)));
    }

    private static List<byte[]> entries() {
        List<byte[]> entries = new ArrayList<>();
        for (byte i = 0; i < SIZE - 1; i++) {
            entries.add(new byte[] {i});
        }
        entries.add(SEALED.entry().bytes());
        return entries;
    }
}
