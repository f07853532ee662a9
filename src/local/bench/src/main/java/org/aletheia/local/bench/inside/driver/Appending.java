package org.aletheia.local.bench.inside.driver;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.Ids;

/** Events of receipt, each of an item of its own, as an upload appends them; and reads of an item. */
final class Appending {
    private static final Actor ACTOR = new Actor(UUID.randomUUID(), UUID.randomUUID(), "documenter");
    private static final String SUBMISSION = UUID.randomUUID().toString();
    private static final long SIZE = 65_536;

    private final Journal journal;

    Appending(Journal journal) {
        this.journal = journal;
    }

    void append(int clients, int events, int perTransaction) throws Exception {
        Clients.share(clients, events / perTransaction, client -> append(perTransaction));
    }

    void read(int clients, int events) throws Exception {
        Clients.share(clients, events, client -> journal.appendRead(view()));
    }

    /** Returns when the events are durable. */
    List<JournalRef> append(int events) {
        return QuarkusTransaction.requiringNew()
                .call(() -> events == 1
                        ? List.of(journal.append(receipt()))
                        : journal.appendAll(Stream.generate(Appending::receipt)
                                .limit(events)
                                .toList()));
    }

    private static EventDraft receipt() {
        return EventDraft.of(EventTypes.RECEIVED, ACTOR, item())
                .revision(new Digest(DigestAlgorithm.SHA_256, random(32)))
                .detail("submission", SUBMISSION)
                .detail("size", SIZE)
                .detail("digests", Map.of("sha-256", hex(32), "sha-512", hex(64)))
                .build();
    }

    private static EventDraft view() {
        return EventDraft.of(EventTypes.VIEWED, ACTOR, item())
                .purpose("investigation")
                .build();
    }

    private static Subject item() {
        return new Subject("item", Ids.timeOrdered());
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return random;
    }
}
