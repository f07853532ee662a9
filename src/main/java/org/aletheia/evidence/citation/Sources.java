package org.aletheia.evidence.citation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
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
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordContents;
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
    private static final int MOST_WITH_RECORD = 50;

    private final RecordDesk desk;
    private final RecordContents contents;
    private final Journal journal;

    Sources(RecordStore<Source> store, RecordDesk desk, RecordContents contents, Journal journal) {
        super(RecordKind.SOURCE, store, desk);
        this.desk = desk;
        this.contents = contents;
        this.journal = journal;
    }

    /**
     * Cites an item for a record, in one transaction with its revision, its event, and one event in the histories of
     * both.
     *
     * @param citation makes the citation of what the caller wrote and what the record says
     * @throws ProblemException {@code not-found} where the caller may not link to the record; {@code invalid-request},
     *     also where they may not read the item
     */
    @Transactional
    public RecordVersion<Source> cite(
            RecordKind kind,
            UUID subject,
            @Nullable String key,
            Object body,
            BiFunction<Checks, RecordContent, Citation> citation) {
        AccessGuard guard = desk.guard();
        ProtectedRecord record = desk.directory().require(AccessIntent.LINK, kind, subject);
        Principal caller = guard.requireCreate(RecordKind.SOURCE);
        return once(key, "source/" + kind.code() + "/" + subject, body, () -> {
            RecordVersion<?> found = contents.find(kind, subject).orElseThrow(() -> guard.absent(kind, subject));
            if (!(found.content() instanceof RecordContent content)) {
                throw new IllegalStateException("a record of " + kind.code() + " says nothing");
            }
            return cite(caller, record, found.revision(), citation.apply(desk.checks(), content));
        });
    }

    /**
     * Writes the sources that came with a record, in the transaction that made it.
     *
     * @throws ProblemException as {@link #cite}
     */
    public void citeWith(RecordVersion<?> made, List<Citation> citations) {
        Principal caller = desk.guard().requireCreate(RecordKind.SOURCE);
        ProtectedRecord record = desk.directory().require(AccessIntent.LINK, made.kind(), made.id());
        citations.forEach(said -> cite(caller, record, made.revision(), said));
    }

    private RecordVersion<Source> cite(Principal caller, ProtectedRecord record, int revision, Citation said) {
        ProtectedRecord item = desk.directory().require(AccessIntent.READ, RecordKind.ITEM, said.item());
        RecordVersion<Source> made = add(
                caller,
                Protection.of(record).atLeast(Protection.of(item)),
                source(record, revision, said, caller.member()));
        List<Subject> both = List.of(new Subject(record.kind().code(), record.id()), new Subject("item", said.item()));
        journal.append(desk.guard()
                .listEvent(EventTypes.LINK_CREATED, both)
                .detail("source", made.id().toString())
                .detail("support", said.support())
                .build());
        return made;
    }

    /** The sources of a record whose items the caller may see. */
    public Page<RecordVersion<Source>> of(RecordKind kind, UUID subject, PageRequest page) {
        desk.directory().require(AccessIntent.READ, kind, subject);
        return list(page.with("subject", subject.toString()));
    }

    /**
     * The sources of records that the caller was found permitted to read, to be shown in the same answer; told to the
     * journal as one list.
     */
    public Map<UUID, ShownSources> shownWith(List<UUID> subjects) {
        Map<UUID, ShownSources> found = new LinkedHashMap<>();
        subjects.forEach(subject -> {
            List<RecordVersion<Source>> sources = matching(Map.of("subject", subject.toString()), MOST_WITH_RECORD + 1);
            found.put(subject, ShownSources.of(sources, MOST_WITH_RECORD));
        });
        told(found.values().stream()
                .flatMap(shown -> shown.sources().stream())
                .map(RecordVersion::id)
                .toList());
        return found;
    }

    /** All sources of one record that the caller was found permitted to read, at most so many; told to the journal. */
    List<RecordVersion<Source>> all(UUID subject, int most) {
        List<RecordVersion<Source>> found = matching(Map.of("subject", subject.toString()), most);
        told(found.stream().map(RecordVersion::id).toList());
        return found;
    }

    /** Where an item is cited, as far as the caller may see the records that cite it. */
    public Page<RecordVersion<Source>> citing(UUID item, PageRequest page) {
        desk.directory().require(AccessIntent.READ, RecordKind.ITEM, item);
        return list(page.with("item", item.toString()));
    }

    private static Source source(ProtectedRecord record, int revision, Citation said, UUID member) {
        return new Source(
                record.kind(),
                record.id(),
                revision,
                said.about(),
                said.item(),
                said.anchor(),
                said.support(),
                said.date(),
                said.grade(),
                said.channelGrade(),
                said.note(),
                member);
    }
}
