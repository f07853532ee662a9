package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where Elasticsearch has no room for a request, what was to be written is neither lost nor waited for without end. */
@Tag("it")
@Timeout(60)
class BusyElasticTest {
    private static final String ROOM = "indices.breaker.total.limit";
    private static final String DEFAULT = "95%";

    private ElasticFixture elastic;

    @BeforeEach
    void start() {
        elastic = new ElasticFixture().withIndexes();
    }

    @AfterEach
    void stop() throws IOException {
        try (ElasticFixture open = elastic) {
            room(DEFAULT);
        }
    }

    @Test
    void aLoadWaitsForRoomAndSendsTheSameAgain() {
        AtomicInteger refusals = new AtomicInteger();
        load(Duration.ofMinutes(1), () -> {
            if (refusals.incrementAndGet() == 3) {
                room(DEFAULT);
            }
            return true;
        });

        assertThat(refusals).hasValue(3);
        elastic.indexes.refresh();
        assertThat(elastic.idsFor("heavy")).hasSize(50);
    }

    @Test
    void itEndsWhenItIsToldTo() {
        AtomicInteger refusals = new AtomicInteger();
        assertThatThrownBy(() -> load(Duration.ofMinutes(1), () -> refusals.incrementAndGet() < 3))
                .isInstanceOf(SearchUnavailableException.class)
                .hasMessage("Elasticsearch answers 429 circuit_breaking_exception");
        assertThat(refusals).hasValue(3);
    }

    @Test
    void itEndsWhenThereIsNoRoomForTooLong() {
        assertThatThrownBy(() -> load(Duration.ofMillis(500), () -> true))
                .isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void whoeverComesAgainAnywayIsToldAtOnce() {
        IndexState state = elastic.indexes.state();
        room("1%");
        assertThatThrownBy(() -> elastic.writer.write(documents().stream(), state::targets, true))
                .isInstanceOf(SearchUnavailableException.class);
    }

    private void load(Duration longest, BooleanSupplier goOn) {
        IndexState state = elastic.indexes.state();
        room("1%");
        elastic.writer.load(documents().stream(), state::targets, new Patience(longest, goOn));
    }

    private static List<Change> documents() {
        return IntStream.range(0, 50)
                .mapToObj(i -> new DocumentDraft().title("heavy").document())
                .map(document -> new Change(document.kind(), document.id(), 1, Optional.of(document)))
                .toList();
    }

    /** How much of its heap may be in use when a request comes. */
    private void room(String limit) {
        Elastic.call(
                () -> elastic.clients.writing().cluster().putSettings(put -> put.persistent(ROOM, JsonData.of(limit))));
    }
}
