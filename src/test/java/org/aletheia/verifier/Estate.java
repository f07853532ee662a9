package org.aletheia.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventBuilder;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * All that a repository hands out, as files by their names: its log below {@code log/}, and of each of two items {@code
 * evidence/N}, {@code history/N} and {@code receipt/N-M}. Knows as well what somebody kept of it.
 */
final class Estate {
    static final int ITEMS = 2;

    private static final int BEFORE = 90;
    private static final int EVENTS = 6;
    private static final List<EventType> TYPES =
            List.of(EventTypes.RECEIVED, EventTypes.VIEWED, EventTypes.DOWNLOADED, EventTypes.ITEM_REVISED);

    final TestLog log = new TestLog();
    private final NoteKeyPair promiser = NoteKeyPair.generate(Promise.keyName(TestLog.ORIGIN), SignatureType.ED25519);
    private final List<List<Told>> told = new ArrayList<>();
    private final Map<String, byte[]> evidence = new TreeMap<>();
    private final Map<String, byte[]> files;

    /** An event of an item, and what shows it where the event is about a list. */
    private record Told(SealedEvent event, Optional<Object> opening) {}

    Estate() {
        log.signWith(log.ed25519, log.mlDsa, log.cosigner);
        List<RecordSubject> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(RecordSubject.of("item", Ids.timeOrdered()));
            told.add(new ArrayList<>());
            evidence.put("evidence/" + item, ("what was received " + item).getBytes(StandardCharsets.UTF_8));
        }
        for (int number = 0; number < EVENTS; number++) {
            others(log, BEFORE + number);
            for (int item = 0; item < ITEMS; item++) {
                told.get(item).add(number == EVENTS - 1 ? listed(items, item) : about(items.get(item), item, number));
            }
        }
        others(log, BEFORE);
        files = published(log);
    }

    /** All of it, to be changed. */
    Map<String, byte[]> copy() {
        return new TreeMap<>(files);
    }

    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name));
    }

    /** All of it as it was when the log had so many events, with what was told until then. */
    Map<String, byte[]> at(int size) {
        return published(log.upTo(size));
    }

    /** So large was the log when each item had an event less: what is older tells less. */
    int sizeBeforeLastRound() {
        return log.size() - BEFORE - ITEMS;
    }

    /** Signed by the same keys: a log with another history from that size on. */
    TestLog fork(int from, int more) {
        TestLog fork = log.upTo(from);
        others(fork, more);
        return fork;
    }

    /** Adds an event that only this fork holds. */
    SealedEvent strange(TestLog fork) {
        return fork.append(event(EventTypes.VIEWED).build(), EventSeed.random());
    }

    byte[] receipt(TestLog of, SealedEvent event) {
        return receipt(of, event, Instant.ofEpochSecond(TestLog.TIME + 1));
    }

    /** @param by the time by which the log is promised to hold it */
    byte[] receipt(TestLog of, SealedEvent event, Instant by) {
        Promise promise = new Promise(TestLog.ORIGIN, event.entry(), by);
        String note = SignedNote.sign(promise.text(), List.of(promiser.signer(InstantSource.system())))
                .format();
        return CanonicalJson.write(
                new Receipt(event.disclose(Set.of(EventField.ACTOR)), Optional.of(note), Optional.of(of.proof(event)))
                        .json());
    }

    /** The history of an item in which each proof is of another log that holds the same events. */
    byte[] history(int item, TestLog of) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (Told step : told.get(item)) {
            if (of.holds(step.event())) {
                Map<String, @Nullable Object> entry =
                        of.entry(entries.size() + 1L, step.event(), Set.of(EventField.ACTOR));
                step.opening().ifPresent(opening -> entry.put("opening", opening));
                entries.add(entry);
            }
        }
        return TestLog.history(entries);
    }

    Trust trust() {
        return Trust.of(TestLog.ORIGIN, vkeys(), 1);
    }

    /** Of the log, for promises, of the cosigner. */
    List<String> vkeys() {
        List<String> keys = new ArrayList<>(log.vkeys());
        keys.add(promiser.verifierKey().format());
        keys.add(log.cosigner.verifierKey().format());
        return keys;
    }

    /**
     * Verifies one file of a changed estate, or the log with all its files.
     *
     * @param kept the checkpoint and histories that somebody kept are held against it, and the log beside it
     * @return the findings; where a document cannot be read it is as if there was no proof
     */
    List<Finding> verify(Map<String, byte[]> changed, String name, boolean kept) throws IOException {
        try {
            String[] parts = name.split("[/-]");
            return switch (parts[0]) {
                case "log" -> log(changed, kept);
                case "receipt" -> receipt(changed, name, parts[1], kept);
                default -> history(changed, parts[1], kept);
            };
        } catch (MalformedValueException e) {
            return List.of(Finding.failed(Check.PROOF, e));
        }
    }

    private List<Finding> log(Map<String, byte[]> changed, boolean kept) throws IOException {
        Optional<byte[]> earlier = kept ? Optional.of(file("log/checkpoint")) : Optional.empty();
        return new LogCheck(trust()).check(logFiles(changed), earlier).findings();
    }

    private List<Finding> receipt(Map<String, byte[]> changed, String name, String item, boolean kept)
            throws IOException {
        boolean first = name.endsWith("-1");
        return new ReceiptCheck(trust(), EventTypeRegistry.builtIn(), false)
                .check(
                        Receipt.parse(Objects.requireNonNull(changed.get(name))),
                        first ? Optional.of(digest(changed, item)) : Optional.empty(),
                        kept ? Optional.of(logFiles(changed)) : Optional.empty())
                .findings();
    }

    private List<Finding> history(Map<String, byte[]> changed, String item, boolean kept) throws IOException {
        String name = "history/" + item;
        return new ItemCheck(trust(), EventTypeRegistry.builtIn())
                .check(
                        ItemHistory.parse(Objects.requireNonNull(changed.get(name))),
                        Optional.of(digest(changed, item)),
                        kept ? Optional.of(ItemHistory.parse(file(name))) : Optional.empty(),
                        kept ? Optional.of(logFiles(changed)) : Optional.empty())
                .findings();
    }

    static Set<String> failed(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Digest digest(Map<String, byte[]> changed, String item) {
        return Digest.sha256(Objects.requireNonNull(changed.get("evidence/" + item)));
    }

    private static LogFiles logFiles(Map<String, byte[]> changed) {
        return path -> Optional.ofNullable(changed.get("log/" + path));
    }

    private Map<String, byte[]> published(TestLog of) {
        Map<String, byte[]> all = new TreeMap<>(evidence);
        of.files().forEach((path, bytes) -> all.put("log/" + path, bytes));
        for (int item = 0; item < ITEMS; item++) {
            all.put("history/" + item, history(item, of));
            int number = 0;
            for (Told step : told.get(item)) {
                number++;
                if (of.holds(step.event())) {
                    all.put("receipt/" + item + "-" + number, receipt(of, step.event()));
                }
            }
        }
        return all;
    }

    private Told about(RecordSubject item, int which, int number) {
        byte[] file = Objects.requireNonNull(evidence.get("evidence/" + which));
        Map<String, Object> detail = number == 0
                ? Map.of("digests", Map.of("sha-256", Digest.sha256(file).hex()), "size", file.length)
                : Map.of();
        EventType type = TYPES.get(number % TYPES.size());
        Event event = event(number > 0 && type == EventTypes.RECEIVED ? EventTypes.VIEWED : type)
                .subject(item)
                .detail(detail)
                .build();
        return new Told(log.append(event, EventSeed.random()), Optional.empty());
    }

    private Told listed(List<RecordSubject> items, int item) {
        EventSeed seed = EventSeed.random();
        SubjectTree list = new SubjectTree(seed, items);
        Event event = event(EventTypes.SEARCHED).subject(list.subject()).build();
        return new Told(log.append(event, seed), Optional.of(list.open(item).json()));
    }

    private static void others(TestLog log, int count) {
        for (int i = 0; i < count; i++) {
            log.append(event(EventTypes.VIEWED).build(), EventSeed.random());
        }
    }

    private static EventBuilder event(EventType type) {
        return Event.of(type, Ids.timeOrdered(), Instant.now()).actor("p-1");
    }
}
