package org.aletheia.evidence.citation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The links between records and the items that bear on them. A source is as protected as the stricter of the two that it
 * joins. It is seen by who says so and by who owns the record; by those with whom the record is shared where the record's
 * owner says so: what a third body works on it stays between that body and the owner. It is left out, and not counted, for
 * those who may not see both the record and the item.
 */
@Singleton
public class Sources extends LinkedRecords<Source> {
    private final RecordDesk desk;
    private final Journal journal;

    Sources(RecordStore<Source> store, RecordDesk desk, Journal journal) {
        super(RecordKind.SOURCE, store, desk);
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * Cites an item for a record, in one transaction with its revision, its event, and one event in the histories of
     * both.
     *
     * @param citation makes the citation of what the caller wrote
     * @throws ProblemException {@code not-found} where the caller may not link to the record; {@code invalid-request},
     *     also where they may not read the item
     */
    @Transactional
    public RecordVersion<Source> cite(
            RecordKind kind, UUID subject, @Nullable String key, Object body, Function<Checks, Citation> citation) {
        AccessGuard guard = desk.guard();
        ProtectedRecord record = desk.directory().require(AccessIntent.LINK, kind, subject);
        Principal caller = guard.requireCreate(RecordKind.SOURCE);
        return once(key, "source/" + kind.code() + "/" + subject, body, () -> {
            Citation said = citation.apply(desk.checks());
            ProtectedRecord item = desk.directory().require(AccessIntent.READ, RecordKind.ITEM, said.item());
            RecordVersion<Source> made = add(
                    caller, Protection.of(record).atLeast(Protection.of(item)), source(record, said, caller.member()));
            List<Subject> both = List.of(new Subject(kind.code(), subject), new Subject("item", said.item()));
            journal.append(guard.listEvent(EventTypes.LINK_CREATED, both)
                    .detail("source", made.id().toString())
                    .detail("support", said.support())
                    .build());
            return made;
        });
    }

    /** The sources of a record whose items the caller may see. */
    public Page<RecordVersion<Source>> of(RecordKind kind, UUID subject, PageRequest page) {
        desk.directory().require(AccessIntent.READ, kind, subject);
        return list(page.with("subject", subject.toString()));
    }

    /** Where an item is cited, as far as the caller may see the records that cite it. */
    public Page<RecordVersion<Source>> citing(UUID item, PageRequest page) {
        desk.directory().require(AccessIntent.READ, RecordKind.ITEM, item);
        return list(page.with("item", item.toString()));
    }

    private static Source source(ProtectedRecord record, Citation said, UUID member) {
        return new Source(
                record.kind(),
                record.id(),
                said.about(),
                said.item(),
                said.anchor(),
                said.support(),
                said.grade(),
                said.note(),
                member);
    }
}
