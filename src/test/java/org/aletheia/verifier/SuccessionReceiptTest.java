package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.kernel.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a verifier says of an event by which a log goes on in place of another one. */
@Tag("unit")
class SuccessionReceiptTest {
    private final TestLog log = new TestLog();

    @Test
    void whatASuccessionStatesIsSaidToBeTheLogsOwnWord() throws IOException {
        SealedEvent event = log.append(event(EventTypes.LOG_SUCCEEDED), EventSeed.random());
        assertThat(check(event, Set.of()).text())
                .contains("[note] succession: by its own word, this log goes on in place of old.example/log")
                .contains("had 1000 entries", "the first 300 entries");
        assertThat(check(event, Set.of()).passed()).isTrue();
        assertThat(check(event, Set.of(EventField.DETAIL)).text())
                .as("withheld")
                .doesNotContain("succession:");
    }

    @Test
    void nothingIsSaidOfAnyOtherEvent() throws IOException {
        SealedEvent event = log.append(event(EventTypes.LOG_RECOVERED), EventSeed.random());
        assertThat(check(event, Set.of()).text()).doesNotContain("succession");
    }

    private Verdict check(SealedEvent event, Set<EventField> withheld) throws IOException {
        Receipt receipt = new Receipt(event.disclose(withheld), Optional.empty(), Optional.of(log.proof(event)));
        return new ReceiptCheck(Trust.of(TestLog.ORIGIN, log.vkeys(), 0), EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.empty(), Optional.empty());
    }

    private static Event event(EventType type) {
        return Event.of(type, Ids.timeOrdered(), Instant.EPOCH)
                .reason("entries-missing")
                .detail(Map.of("predecessor", "old.example/log", "size", 1000, "root", "x", "common", 300))
                .build();
    }
}
