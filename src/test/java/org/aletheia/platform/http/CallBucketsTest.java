package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CallBucketsTest {
    private final AtomicLong now = new AtomicLong(-5);

    @Test
    void soManyAtOnceAndThenAtTheRate() {
        CallBuckets buckets = new CallBuckets(2, 3, now::get);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(1);
        pass(Duration.ofMillis(499));
        assertThat(buckets.take("a")).isEqualTo(1);
        pass(Duration.ofMillis(2));
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(1);
    }

    @Test
    void whoWasRefusedIsToldWhenThereIsRoomAgain() {
        CallBuckets buckets = new CallBuckets(1, 1, now::get);
        assertThat(buckets.take("a")).isZero();
        long wait = buckets.take("a");
        assertThat(wait).isEqualTo(1);
        pass(Duration.ofSeconds(wait));
        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void eachCallerHasTheirOwn() {
        CallBuckets buckets = new CallBuckets(1, 1, now::get);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("b")).isZero();
        assertThat(buckets.take("a")).isPositive();
        assertThat(buckets.take("b")).isPositive();
    }

    @Test
    void noMoreIsSavedUpThanAtOnce() {
        CallBuckets buckets = new CallBuckets(10, 2, now::get);
        buckets.take("a");
        pass(Duration.ofDays(1));
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void noLimit() {
        CallBuckets buckets = new CallBuckets(0, 1, now::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.remembered()).isZero();
    }

    /** A stranger with many addresses costs no more memory than is allowed for, and cannot make who asks often forgotten. */
    @Test
    void thoseWhoAreQuietAreForgotten() {
        CallBuckets buckets = new CallBuckets(1, 1, now::get);
        for (int i = 0; i < 1000; i++) {
            buckets.take("quiet " + i);
        }
        pass(Duration.ofSeconds(2));
        for (int i = 0; i < 1000; i++) {
            buckets.take("busy");
            pass(Duration.ofNanos(1));
        }
        assertThat(buckets.remembered()).isEqualTo(1);
        for (int i = 0; i < 150_000; i++) {
            pass(Duration.ofNanos(1));
            buckets.take("many " + i);
            if (i % 1000 == 0) {
                assertThat(buckets.take("busy")).isPositive();
            }
        }
        assertThat(buckets.remembered()).isLessThan(101_000);
    }

    @Test
    void anAddressOfIpv6CountsAsItsNetwork() {
        assertThat(CallLimits.network("2001:db8:1:2::7")).isEqualTo(CallLimits.network("2001:db8:1:2:3:4:5:6"));
        assertThat(CallLimits.network("2001:db8:1:2::7")).isNotEqualTo(CallLimits.network("2001:db8:1:3::7"));
        assertThat(CallLimits.network("192.0.2.7")).isNotEqualTo(CallLimits.network("192.0.2.8"));
        assertThat(CallLimits.network("proxy.example")).isEqualTo("proxy.example");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
