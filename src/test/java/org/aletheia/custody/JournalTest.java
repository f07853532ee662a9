package org.aletheia.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SubjectList;
import org.aletheia.custody.format.SubjectOpening;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.signing.Signers;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TlogProof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journal inside the running server: from a transaction to a proof that holds. */
@QuarkusTest
@Tag("it")
class JournalTest {
    private static final Actor SOMEONE = new Actor(Ids.random(), Ids.random(), "documenter");

    @Inject
    Journal journal;

    @Inject
    Chains chains;

    @Inject
    Proofs proofs;

    @Inject
    Signers signers;

    @Test
    void anEventOfACommittedTransactionGetsItsPlaceAndAProof() {
        Subject item = new Subject("item", Ids.timeOrdered());
        JournalRef first = commit(() -> journal.append(draft(item)));
        JournalRef second = commit(() -> journal.append(draft(item)));

        String text = await(() -> proofs.tlogProof(second.eventId()));
        List<ChainEntry> chain = chains.custody(item, 0, 10);

        assertThat(chain).extracting(ChainEntry::number).containsExactly(1L, 2L);
        assertThat(chain).extracting(ChainEntry::eventId).containsExactly(first.eventId(), second.eventId());
        assertThat(chain).allMatch(ChainEntry::integrated);
        assertThat(chain.get(1).event().entry()).isEqualTo(second.entry());
        assertThat(chain.get(1).event().value(EventField.REASON)).contains("typing-error");
        assertThat(chains.custody(item, 1, 10)).hasSize(1);
        assertThat(chains.accessRecord(item, 0, 10)).isEmpty();
        TlogProof proof = TlogProof.parse(text);
        assertThat(proof.index()).isEqualTo(chain.get(1).index());
        assertThat(proof.note().open(signers.of(SigningPurpose.CHECKPOINT).verifierKeys()))
                .hasSize(2);
        proof.inclusion()
                .verify(chain.get(1).event().leafHash(), proof.treeHead().root());
    }

    @Test
    void anEventOfARolledBackTransactionNeverWas() {
        Subject item = new Subject("item", Ids.timeOrdered());
        assertThatThrownBy(() -> commit(() -> {
                    journal.append(draft(item));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");
        Subject after = new Subject("item", Ids.timeOrdered());
        JournalRef later = commit(() -> journal.append(draft(after)));
        await(() -> proofs.tlogProof(later.eventId()));
        assertThat(chains.custody(item, 0, 10)).isEmpty();
    }

    @Test
    void aChangeOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> journal.append(draft(new Subject("item", Ids.random()))))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Every test runs with this check; production does not (docs/custody.md §10). */
    @Test
    void aKeyThatItsTypeDoesNotDeclareFailsHere() {
        EventDraft undeclared = EventDraft.of(EventTypes.VIEWED, SOMEONE, new Subject("item", Ids.random()))
                .detail("colour", "red")
                .build();
        assertThatThrownBy(() -> journal.appendRead(undeclared))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("undeclared keys of CE-ACCESS-VIEW");
    }

    @Test
    void aReadIsInTheAccessRecordOfEachSubjectAndOpensForEachAlone() {
        List<Subject> found = List.of(
                new Subject("item", Ids.random()),
                new Subject("victim", Ids.random()),
                new Subject("item", Ids.random()));
        journal.appendRead(EventDraft.ofList(EventTypes.SEARCHED, SOMEONE, found)
                .purpose("investigation")
                .detail("found", 3)
                .build());

        for (Subject subject : found) {
            ChainEntry entry =
                    await(() -> chains.accessRecord(subject, 0, 10).stream().findFirst());
            SubjectOpening opening = Objects.requireNonNull(entry.opening());
            assertThat(opening.subject()).isEqualTo(RecordSubject.of(subject.kind(), subject.id()));
            opening.verify(committedList(entry));
        }
    }

    @Test
    void anUnknownEventHasNoProof() {
        assertThat(proofs.tlogProof(UUID.randomUUID())).isEmpty();
        assertThat(chains.find(UUID.randomUUID())).isEmpty();
    }

    private static EventDraft draft(Subject item) {
        return EventDraft.of(EventTypes.ITEM_REVISED, SOMEONE, item)
                .reason("typing-error")
                .build();
    }

    private static <T> T commit(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    /** Asks again until there is an answer. */
    static <T> T await(Supplier<Optional<T>> question) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("no answer in time");
    }

    private static SubjectList committedList(ChainEntry entry) {
        Map<?, ?> value = (Map<?, ?>) entry.event().value(EventField.SUBJECT).orElseThrow();
        return new SubjectList(Hash.ofBase64(String.valueOf(value.get("root"))));
    }
}
