package org.aletheia.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventBuilder;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeGroup;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** The history of one item in a log of five: its receipt, an event of a type that nobody here knows, a place in a list. */
final class TestHistory {
    static final byte[] FILE = "what was received".getBytes(StandardCharsets.UTF_8);
    static final RecordSubject ITEM = RecordSubject.of("item", Ids.timeOrdered());
    static final RecordSubject OTHER = RecordSubject.of("item", Ids.timeOrdered());
    private static final EventType UNKNOWN = EventType.of("CE-PAINTED", EventTypeGroup.CUSTODY, "poa", "Painted.");

    final TestLog log = new TestLog();
    final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

    TestHistory() {
        append(EventTypes.LOG_OPENED, null, Map.of());
        SealedEvent received = append(
                EventTypes.RECEIVED,
                ITEM,
                Map.of("digests", Map.of("sha-256", Digest.sha256(FILE).hex()), "size", FILE.length));
        append(EventTypes.RECEIVED, OTHER, Map.of());
        SealedEvent sealed = append(UNKNOWN, ITEM, Map.of());
        EventSeed seed = EventSeed.random();
        SubjectTree list = new SubjectTree(seed, List.of(OTHER, ITEM));
        SealedEvent listed =
                log.append(builder(EventTypes.SEARCHED).subject(list.subject()).build(), seed);
        entries.add(log.entry(1, received, Set.of(EventField.ACTOR)));
        entries.add(log.entry(2, sealed, Set.of()));
        Map<String, @Nullable Object> last = log.entry(3, listed, Set.of(EventField.DETAIL, EventField.ACTOR));
        last.put("opening", list.open(1).json());
        entries.add(last);
    }

    SealedEvent append(EventType type, @Nullable RecordSubject subject, Map<String, Object> detail) {
        return log.append(builder(type).subject(subject).detail(detail).build(), EventSeed.random());
    }

    byte[] bytes() {
        return TestLog.history(entries);
    }

    private static EventBuilder builder(EventType type) {
        return Event.of(type, Ids.timeOrdered(), Instant.now()).actor("p-1");
    }
}
