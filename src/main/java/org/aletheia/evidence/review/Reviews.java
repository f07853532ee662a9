package org.aletheia.evidence.review;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordContents;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The review of records of every kind, step by step. A step is as protected as its record, and is seen by who took it, by the
 * owner of the record, and by others with whom that is shared where its owner took it.
 */
@Singleton
public class Reviews extends LinkedRecords<Review> {
    private static final int MOST = 1000;

    private final RecordDesk desk;
    private final RecordContents contents;

    Reviews(RecordStore<Review> store, RecordDesk desk, RecordContents contents) {
        super(RecordKind.REVIEW, store, desk);
        this.desk = desk;
        this.contents = contents;
    }

    /**
     * Takes a step.
     *
     * @throws ProblemException {@code not-found} where the caller may not link to the record; {@code invalid-request}; {@code
     *     state-refused} where another revision stands than the one that was looked at; {@code second-person-required} where
     *     the caller has written some revision of the record and would judge it
     */
    @Transactional
    public RecordVersion<Review> take(RecordKind kind, UUID subject, @Nullable String key, ReviewBody body) {
        AccessGuard guard = desk.guard();
        ProtectedRecord record = desk.directory().require(AccessIntent.LINK, kind, subject);
        Principal caller = guard.requireCreate(RecordKind.REVIEW);
        return once(key, "review/" + kind.code() + "/" + subject, body, () -> {
            ReviewBody.Said said = body.check(desk.checks());
            RecordVersion<?> now = standing(kind, subject);
            if (said.revision() != now.revision()) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            if (Review.needsSecondPerson(said.state()) && contents.wrote(kind, subject, caller.member())) {
                throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
            }
            Review step = new Review(
                    kind,
                    subject,
                    said.revision(),
                    said.state(),
                    said.reasons(),
                    said.conflictOfInterest(),
                    caller.member());
            return add(caller, Protection.of(record), step);
        });
    }

    /** The steps of one record, oldest first. */
    public Page<RecordVersion<Review>> of(RecordKind kind, UUID subject, PageRequest page) {
        desk.directory().require(AccessIntent.READ, kind, subject);
        return list(page.with("subject", subject.toString()));
    }

    /**
     * How a record stands, by the steps that the caller may see.
     *
     * @param revision that stands
     * @param state of the last step; {@code draft} where there is none
     * @param stale whether the record has been written again since that step
     * @param last step, null where there is none
     */
    public record ReviewStanding(
            int revision,
            String state,
            boolean stale,
            @Nullable RecordView last) {}

    /**
     * How a record stands.
     *
     * @throws ProblemException {@code not-found}
     */
    public ReviewStanding standingOf(RecordKind kind, UUID subject) {
        desk.directory().read(kind, subject);
        int revision = standing(kind, subject).revision();
        List<RecordVersion<Review>> steps = matching(Map.of("subject", subject.toString()), MOST);
        if (steps.isEmpty()) {
            return new ReviewStanding(revision, "draft", false, null);
        }
        RecordVersion<Review> last = steps.getLast();
        told(List.of(last.id()));
        Review step = last.content();
        return new ReviewStanding(revision, step.state(), step.subjectRevision() < revision, RecordView.of(last));
    }

    /**
     * The last step on each of these records, which the caller was found permitted to read; to be told to the journal by
     * whoever shows them.
     */
    public Map<UUID, RecordVersion<Review>> last(Collection<UUID> subjects) {
        Map<UUID, RecordVersion<Review>> last = new LinkedHashMap<>();
        subjects.forEach(subject ->
                matching(Map.of("subject", subject.toString()), MOST).forEach(step -> last.put(subject, step)));
        return last;
    }

    private RecordVersion<?> standing(RecordKind kind, UUID subject) {
        Optional<RecordVersion<?>> found = contents.find(kind, subject);
        return found.orElseThrow(() -> desk.guard().absent(kind, subject));
    }
}
