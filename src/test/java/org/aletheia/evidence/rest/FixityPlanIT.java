package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aletheia.evidence.fixity.FixityPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads what, where several replicas ask. The items are older than others here and younger than what the server reads. */
@QuarkusTest
@Tag("it")
class FixityPlanIT {
    @Inject
    FixityPlan plan;

    @Inject
    Clock clock;

    private final List<UUID> items = new ArrayList<>();

    @BeforeEach
    void itemsThatAreDueHereOnly() {
        IntStream.range(0, 12)
                .forEach(i -> items.add(
                        UUID.fromString(Evidence.item("documenter", Evidence.bytes("number " + i), Map.of()))));
        plan.add(items); // as the follower does, who may have been faster
        items.forEach(
                item -> Kept.change("update fixity set checked_at = now() - interval '50 days' where item = ?", item));
    }

    @AfterEach
    void dueNoMore() {
        items.forEach(item -> Kept.change("delete from fixity where item = ?", item));
    }

    @Test
    void replicasNeverClaimOneItemTogether() throws InterruptedException {
        List<UUID> claimed = Collections.synchronizedList(new ArrayList<>());
        List<Thread> replicas = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    Optional<FixityPlan.Claim> claim = claim(Duration.ZERO);
                    while (claim.isPresent()) {
                        claimed.add(claim.get().item());
                        claim = claim(Duration.ZERO);
                    }
                }))
                .toList();
        for (Thread replica : replicas) {
            replica.join();
        }
        // one that skips a row which another holds may see none left a moment too early
        Optional<FixityPlan.Claim> left = claim(Duration.ZERO);
        while (left.isPresent()) {
            claimed.add(left.get().item());
            left = claim(Duration.ZERO);
        }
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void theClaimsOfAReplicaThatDiedEnd() {
        List<UUID> first = all(Duration.ZERO);
        assertThat(first).hasSize(items.size());
        assertThat(all(Duration.ofMinutes(119))).isEmpty();
        assertThat(all(Duration.ofMinutes(121))).containsExactlyInAnyOrderElementsOf(items);
    }

    /** 4 MiB a second are expected of any store: a large object is nobody else's while it is read. */
    @Test
    void aClaimLastsAsLongAsTheBytesTake() {
        Kept.change("update item set sealed_length = 4194304::bigint * 3600 * 5 where id = ?", items.getFirst());
        all(Duration.ZERO);
        assertThat(all(Duration.ofHours(6))).doesNotContain(items.getFirst()).hasSize(items.size() - 1);
        assertThat(all(Duration.ofMinutes(7 * 60 + 1))).contains(items.getFirst());
        Kept.change(
                "update item set sealed_length = (select sealed_length from item where id = ?) where id = ?",
                items.get(1),
                items.getFirst());
    }

    @Test
    void aClaimThatIsGivenBackIsAnybodysAtOnce() {
        FixityPlan.Claim claim = claim(Duration.ZERO).orElseThrow();
        all(Duration.ZERO);
        plan.release(claim);
        FixityPlan.Claim again = claim(Duration.ZERO).orElseThrow();
        assertThat(again.item()).isEqualTo(claim.item());
        plan.release(claim); // by whoever had it before
        assertThat(claim(Duration.ZERO)).isEmpty();
    }

    @Test
    void aClaimOfWhichTheAnswerWasLostIsGivenBackAndNoOther() {
        Instant now = clock.instant();
        UUID lost = plan.claim(new FixityPlan.Due(now, due(), Instant.EPOCH), false)
                .orElseThrow()
                .item();
        all(Duration.ofMillis(1));
        plan.release(now);
        assertThat(all(Duration.ofMillis(2))).containsExactly(lost);
    }

    @Test
    void whatFailedComesBeforeWhatWasRightAndAfterItsPauseOnly() {
        UUID failed = items.get(7);
        Kept.change(
                "update fixity set outcome = 'fail', event = item, checked_at = now() - interval '30 days'"
                        + " where item = ?",
                failed);
        Instant now = clock.instant();
        var soon = new FixityPlan.Due(now, due(), now.minus(Duration.ofDays(31)));
        assertThat(plan.claim(soon, false).orElseThrow().item()).isNotEqualTo(failed);
        var later = new FixityPlan.Due(now, due(), now.minus(Duration.ofDays(29)));
        assertThat(plan.claim(later, false).orElseThrow().item()).isEqualTo(failed);
        assertThat(plan.standing(due()).damaged()).isPositive();
    }

    /** The server itself is kept away by a claim that has ended only at the time of which this asks. */
    @Test
    void whatWasAskedForComesFirstOrLastAsTheTurnIs() {
        UUID asked = items.get(5);
        Kept.change(
                "update fixity set requested_at = now(), checked_at = now(), claimed_till = now() + interval '1 hour'"
                        + " where item = ?",
                asked);
        var later = new FixityPlan.Due(clock.instant().plus(Duration.ofMinutes(90)), due(), Instant.EPOCH);
        assertThat(plan.claim(later, false).orElseThrow().item()).isNotEqualTo(asked);
        FixityPlan.Claim claim = plan.claim(later, true).orElseThrow();
        assertThat(claim.item()).isEqualTo(asked);
        assertThat(claim.requestedAt()).isNotNull();
    }

    @Test
    void theFollowerTakesUpWhatWasReceived() {
        UUID item = UUID.fromString(Evidence.item("documenter", Evidence.bytes("new"), Map.of()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Kept.rows(
                                "select count(*) from fixity f join item i on i.id = f.item"
                                        + " where f.item = ? and f.checked_at = i.created_at and f.outcome is null",
                                item)
                        == 1);
    }

    private List<UUID> all(Duration later) {
        List<UUID> found = new ArrayList<>();
        for (Optional<FixityPlan.Claim> claim = claim(later); claim.isPresent(); claim = claim(later)) {
            found.add(claim.get().item());
        }
        return found;
    }

    private Optional<FixityPlan.Claim> claim(Duration later) {
        Instant now = clock.instant().plus(later);
        return plan.claim(new FixityPlan.Due(now, due(), Instant.EPOCH), false);
    }

    private Instant due() {
        return clock.instant().minus(Duration.ofDays(49));
    }
}
