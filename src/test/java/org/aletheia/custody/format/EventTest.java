package org.aletheia.custody.format;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class EventTest {
    private static final UUID ID = Ids.timeOrdered();
    private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

    @Test
    void cutsTimeToMilliseconds() {
        assertThat(Fixtures.full().time()).isEqualTo(Instant.parse("2026-01-31T23:59:59.070Z"));
        assertRefused("event-time", () -> Event.of(EventTypes.RECEIVED, ID, Instant.MAX)
                .build());
        assertRefused("event-time", () -> Event.of(EventTypes.RECEIVED, ID, Instant.parse("-0001-12-31T23:59:59Z"))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\u0410\u043d\u043d\u0430", "a\tb", "a\n"})
    void takesCodesWhereNamesCouldStand(String text) {
        assertRefused("event-actor", () -> builder().actor(text).build());
        assertRefused("event-organisation", () -> builder().organisation(text).build());
        assertRefused("event-role", () -> builder().role(text).build());
        assertRefused("event-purpose", () -> builder().purpose(text).build());
        assertRefused("event-reason", () -> builder().reason(text).build());
        assertRefused("subject-id", () -> new RecordSubject("item", text));
        assertRefused("subject-kind", () -> new RecordSubject(text, "id"));
    }

    @Test
    void keepsItsDetailToItself() {
        Map<String, Object> inner = new HashMap<>(Map.of("k", 1));
        Event event = builder().detail(Map.of("m", inner, "l", List.of(inner))).build();
        inner.put("k", 2);
        assertThat(event.detail()).isEqualTo(Map.of("m", Map.of("k", 1L), "l", List.of(Map.of("k", 1L))));
        assertThatThrownBy(() -> event.detail().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(event.detail().get("m")).isInstanceOfSatisfying(Map.class, map -> assertThatThrownBy(map::clear)
                .isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    void refusesDetailThatCouldNotBeReadBack() {
        Object deep = "x";
        for (int i = 0; i < 16; i++) {
            deep = List.of(deep);
        }
        Map<String, Object> tooDeep = Map.of("a", deep);
        assertRefused("json-depth", () -> builder().detail(tooDeep).build());
        Map<String, Object> deepest = Map.of("a", ((List<?>) deep).getFirst());
        SealedEvent sealed = SealedEvent.seal(builder().detail(deepest).build(), EventSeed.random());
        SealedEvent.restore(sealed.canonical(), sealed.seed());
        assertRefused("json-value", () -> builder().detail(Map.of("a", 1.5)).build());
    }

    @Test
    void restoresOnlyItsOwnBytes() {
        String text = new String(Fixtures.bytes("event-v1-full.json"), StandardCharsets.UTF_8);
        assertRefused("event-not-canonical", () -> restore(text.replace("0198f0a0-0000-7", "0198F0A0-0000-7")));
        assertRefused("event-time", () -> restore(text.replace("59.070Z", "59.07Z")));
        assertRefused("event-time", () -> restore(text.replace("01-31T", "02-31T")));
        assertRefused("event-schema", () -> restore(text.replace("\"schema\",1", "\"schema\",0")));
        assertRefused("event-fields", () -> restore(text.replace("\"actor\"", "\"person\"")));
        assertRefused("event-fields", () -> restore("[]"));
        assertRefused("event-fields", () -> restore("{}"));
        assertRefused(
                "event-detail", () -> restore(text.substring(0, text.indexOf("[\"detail\"")) + "[\"detail\",null]]"));
        assertRefused("json-not-canonical", () -> restore(" " + text));
        Mutations.fuzz(text, bytes -> SealedEvent.restore(bytes, Fixtures.countingSeed()));
    }

    @Test
    void registersEachCodeOnce() {
        EventTypeRegistry registry = EventTypeRegistry.builtIn();
        assertThat(registry.all()).hasSameSizeAs(EventTypes.all()).isNotEmpty();
        assertThat(registry.find("CE-RECEIVED")).contains(EventTypes.RECEIVED);
        EventType own = EventType.of("CE-PAINTED", EventTypeGroup.CUSTODY, "poa", "An object was painted.");
        assertThat(new EventTypeRegistry(List.of(own)).find("CE-PAINTED")).contains(own);
        assertThat(registry.find("CE-PAINTED")).isEmpty();
        assertRefused(
                "event-type-duplicate", () -> new EventTypeRegistry(List.of(EventTypes.VIEWED, EventTypes.VIEWED)));
        assertRefused("event-type-code", () -> EventType.of("ce-x", EventTypeGroup.CUSTODY, "x"));
        assertRefused("event-type-code", () -> EventType.of("A" + "-B".repeat(40), EventTypeGroup.CUSTODY, "x"));
        assertRefused("event-type-premis", () -> EventType.of("CE-X", EventTypeGroup.CUSTODY, "accession", "x"));
        assertRefused("event-type", () -> EventType.of("CE-X", EventTypeGroup.CUSTODY, " "));
        assertRefused("event-type-keys", () -> own.keys("No Key"));
        EventType grown = own.keys("colour").grown("coats");
        assertThat(grown.schemaVersion()).isEqualTo(2);
        assertThat(grown.declares(List.of("colour", "coats"))).isTrue();
        assertThat(grown.declares(List.of("colour", "painter"))).isFalse();
    }

    @Test
    void theDocumentListsEveryType() throws IOException {
        Path base = Path.of(System.getProperty("aletheia.basedir", "."));
        String document = Files.readString(base.resolve("docs/custody.md"));
        for (EventType type : EventTypes.all()) {
            String group = type.group().name().toLowerCase(Locale.ROOT);
            String premis = type.premisCode().map(code -> " " + code).orElse("");
            assertThat(document).contains("| " + type.code() + " | " + group + " |" + premis + " |");
        }
    }

    @Test
    void secretsDoNotPrint() {
        EventSeed seed = EventSeed.random();
        assertThat(seed).hasToString("EventSeed").isNotEqualTo(EventSeed.random());
        assertThat(seed.salt(EventField.TYPE)).hasToString("Salt").isEqualTo(seed.salt(EventField.TYPE));
        assertThat(seed.salt(EventField.TYPE)).isNotEqualTo(seed.salt(EventField.ID));
        assertRefused("seed-length", () -> new EventSeed(new byte[31]));
        assertRefused("salt-length", () -> new Salt(new byte[33]));
    }

    private static SealedEvent restore(String text) {
        return SealedEvent.restore(text.getBytes(StandardCharsets.UTF_8), Fixtures.countingSeed());
    }

    private static EventBuilder builder() {
        return Event.of(EventTypes.RECEIVED, ID, TIME);
    }
}
