package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.search.elastic.BulkWriter.Write;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every write is sent once and in order; one request travels while the next is gathered, never two. */
@Tag("unit")
@Timeout(20)
class BulkRequestsTest {
    private final List<Write> writes =
            Stream.generate(BulkRequestsTest::write).limit(1_234).toList();

    @Test
    void allAreSentInOrderOneRequestAtATime() {
        ConcurrentLinkedQueue<Write> sent = new ConcurrentLinkedQueue<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (BulkRequests requests = new BulkRequests(some -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            sent.addAll(some);
            atOnce.decrementAndGet();
        })) {
            writes.forEach(requests::add);
            requests.finish();
        }

        assertThat(sent).containsExactlyElementsOf(writes);
        assertThat(most).hasValue(1);
    }

    @Test
    void theNextIsGatheredMeanwhile() {
        CountDownLatch gathered = new CountDownLatch(1);
        try (BulkRequests requests = new BulkRequests(some -> await(gathered))) {
            writes.subList(0, 999).forEach(requests::add);
            gathered.countDown();
            requests.finish();
        }
    }

    @Test
    void aRequestThatFailedFailsTheNext() {
        try (BulkRequests requests = new BulkRequests(some -> {
            throw new SearchUnavailableException("gone");
        })) {
            writes.subList(0, 500).forEach(requests::add);
            assertThatThrownBy(requests::finish).isInstanceOf(SearchUnavailableException.class);
        }
    }

    @Test
    void noneIsUnderWayOnceItIsGivenUp() {
        CountDownLatch failing = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> {
                    try (BulkRequests requests = new BulkRequests(some -> {
                        await(failing);
                        ended.set(true);
                    })) {
                        writes.subList(0, 500).forEach(requests::add);
                        failing.countDown();
                        throw new IllegalStateException("the rows cannot be read");
                    }
                })
                .hasMessage("the rows cannot be read");

        assertThat(ended).isTrue();
    }

    private static Write write() {
        return new Write(new Change(RecordKind.INCIDENT, UUID.randomUUID(), 1, Optional.empty()), "target");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
