package org.aletheia.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventSubject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;
import org.jspecify.annotations.Nullable;

/** A log of six events, of which three are about one item: as small as fixtures can be. Signs with Ed25519 alone at first. */
final class SmallHouse {
    static final byte[] FILE = "what was received\n".getBytes(StandardCharsets.UTF_8);
    static final Instant BEFORE = Instant.ofEpochSecond(TestLog.TIME - 60);
    static final Instant AFTER = Instant.ofEpochSecond(TestLog.TIME + 60);

    final TestLog log = new TestLog();
    final NoteKeyPair promiser = NoteKeyPair.generate(Promise.keyName(TestLog.ORIGIN), SignatureType.ED25519);
    final NoteKeyPair ownWitness = NoteKeyPair.generate(TestLog.ORIGIN + "/witness", SignatureType.ED25519_COSIGNATURE);
    final RecordSubject item = RecordSubject.of("item", Ids.timeOrdered());
    final RecordSubject other = RecordSubject.of("item", Ids.timeOrdered());
    final SealedEvent received;
    final SealedEvent viewed;
    final SealedEvent listed;
    final SealedEvent ofOther;
    final Object opening;

    SmallHouse() {
        log.signWith(log.ed25519);
        add(log, EventTypes.LOG_OPENED, null, Map.of());
        received = add(
                log,
                EventTypes.RECEIVED,
                item,
                Map.of("digests", Map.of("sha-256", Digest.sha256(FILE).hex()), "size", FILE.length));
        ofOther = add(log, EventTypes.VIEWED, other, Map.of());
        viewed = add(log, EventTypes.VIEWED, item, Map.of());
        EventSeed seed = EventSeed.random();
        SubjectTree list = new SubjectTree(seed, List.of(other, item));
        listed = log.append(event(EventTypes.SEARCHED, list.subject(), Map.of()), seed);
        opening = list.open(1).json();
        add(log, EventTypes.VIEWED, other, Map.of());
    }

    /** With the first events of this one and others then, by the same keys. */
    TestLog fork(int from, int more) {
        TestLog fork = log.upTo(from);
        for (int i = 0; i < more; i++) {
            add(fork, EventTypes.VIEWED, other, Map.of());
        }
        return fork;
    }

    Receipt receipt(TestLog of, Optional<Instant> promised) {
        return new Receipt(
                received.disclose(Set.of(EventField.ACTOR)),
                promised.map(by -> promise(received, by)),
                Optional.of(of.proof(received)));
    }

    Receipt stamped(List<ReceiptTimestamp> timestamps) {
        Receipt plain = receipt(log, Optional.empty());
        return new Receipt(plain.event(), plain.promise(), plain.proof(), timestamps);
    }

    /** The checkpoint that the receipts' proofs end in, byte for byte. */
    byte[] note() {
        return TlogProof.parse(log.proof(received)).checkpoint().getBytes(StandardCharsets.UTF_8);
    }

    String promise(SealedEvent event, Instant by) {
        Promise promise = new Promise(TestLog.ORIGIN, event.entry(), by);
        return SignedNote.sign(promise.text(), List.of(promiser.signer(InstantSource.system())))
                .format();
    }

    /** Numbers from 1, in this order. */
    byte[] history(TestLog of, SealedEvent... events) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (SealedEvent event : events) {
            Map<String, @Nullable Object> entry = of.entry(entries.size() + 1L, event, Set.of(EventField.ACTOR));
            if (event == listed) {
                entry.put("opening", opening);
            }
            entries.add(entry);
        }
        return TestLog.history(entries);
    }

    static byte[] json(Receipt receipt) {
        return CanonicalJson.write(receipt.json());
    }

    /** As published, below a folder. */
    static Map<String, byte[]> published(TestLog log) {
        Map<String, byte[]> files = new HashMap<>();
        log.files().forEach((path, bytes) -> files.put("log/" + path, bytes));
        return files;
    }

    private static SealedEvent add(
            TestLog to, EventType type, @Nullable RecordSubject subject, Map<String, Object> detail) {
        return to.append(event(type, subject, detail), EventSeed.random());
    }

    private static Event event(EventType type, @Nullable EventSubject subject, Map<String, Object> detail) {
        return Event.of(type, Ids.timeOrdered(), Instant.now())
                .actor("p-1")
                .subject(subject)
                .detail(detail)
                .build();
    }
}
