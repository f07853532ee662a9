package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class IdempotencyTest {
    @Inject
    Idempotency idempotency;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ObjectMapper json;

    @Inject
    HttpConfig config;

    private final UUID member = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void theSameRequestMakesOneRecord() {
        UUID first = once(Map.of("name", "a"));
        assertThat(once(Map.of("name", "a"))).isEqualTo(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void anotherBodyUnderTheKeyIsRefused() {
        once(Map.of("name", "a"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> once(Map.of("name", "b")))
                        .type())
                .isEqualTo(ProblemType.IDEMPOTENCY_MISMATCH);
        assertThat(made).hasValue(1);
    }

    @Test
    void aKeyBelongsToOneMember() {
        UUID first = once(Map.of("name", "a"));
        UUID other = QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(key, UUID.randomUUID(), "things", Map.of("name", "a"), this::make));
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldSo() {
        QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(key, member, "things", Map.of(), () -> {
                    assertThat(catchThrowableOfType(ProblemException.class, () -> once(Map.of()))
                                    .type())
                            .isEqualTo(ProblemType.IDEMPOTENCY_IN_PROGRESS);
                    return make();
                }));
        assertThat(made).hasValue(1);
    }

    @Test
    void aCreateThatFailsLeavesTheKeyFree() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> {
                    idempotency.once(key, member, "things", Map.of(), this::make);
                    throw new IllegalStateException("the create failed after its note");
                }))
                .hasStackTraceContaining("after its note");
        once(Map.of());
        assertThat(made).hasValue(2);
    }

    @Test
    void afterItsLifeAKeyIsFree() {
        Clock later = Clock.offset(Clock.systemUTC(), config.idempotencyLife().plus(Duration.ofMinutes(1)));
        UUID first = once(Map.of("name", "a"));
        UUID second = QuarkusTransaction.requiringNew().call(() -> new Idempotency(dataSource, json, config, later)
                .once(key, member, "things", Map.of("name", "b"), this::make));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void withoutAKeyEveryRequestCreates() {
        for (int i = 0; i < 2; i++) {
            idempotency.once(null, member, "things", Map.of(), this::make);
        }
        assertThat(made).hasValue(2);
    }

    private UUID once(Map<String, String> request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(key, member, "things", request, this::make));
    }

    private UUID make() {
        made.incrementAndGet();
        return UUID.randomUUID();
    }
}
