package org.aletheia.evidence.citation;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.EventDraft;
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
import org.aletheia.evidence.terms.UseOfItems;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The links between records and the items that bear on them. A source is as protected as the stricter of the two that it
 * joins. It is seen by who says so and by who owns the record; by those with whom the record is shared where the record's
 * owner says so: what a third body works on it stays between that body and the owner. It is left out, and not counted, for
 * those who may not see both the record and the item; one whose item was disposed of is told of to those who could see that.
 */
@Singleton
public class Sources extends LinkedRecords<Source> {
    private static final int MOST_WITH_RECORD = 50;

    private final RecordDesk desk;
    private final RecordContents contents;
    private final Journal journal;
    private final Instance<CitationWatch> watches;
    private final UseOfItems use;

    Sources(
            RecordStore<Source> store,
            RecordDesk desk,
            RecordContents contents,
            Journal journal,
            Instance<CitationWatch> watches,
            UseOfItems use) {
        super(RecordKind.SOURCE, store, desk);
        this.desk = desk;
        this.contents = contents;
        this.journal = journal;
        this.watches = watches;
        this.use = use;
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
            Citation said = citation.apply(desk.checks(), content);
            ProtectedRecord item = desk.directory().require(AccessIntent.READ, RecordKind.ITEM, said.item());
            requireEvidence("/item", said);
            RecordVersion<Source> made = draft(caller, record, found.revision(), item, said);
            addCited(List.of(made));
            return made;
        });
    }

    /**
     * Writes the sources that came with records, in the transaction that made these.
     *
     * @throws ProblemException as {@link #cite}
     */
    public void citeWith(Map<? extends RecordVersion<?>, List<Citation>> made) {
        Principal caller = desk.guard().requireCreate(RecordKind.SOURCE);
        Map<UUID, ProtectedRecord> items = items(made.values());
        List<RecordVersion<Source>> sources = new ArrayList<>();
        made.forEach((record, citations) -> {
            desk.guard().check(AccessIntent.LINK, record.guarded().closedBy(Set.of())); // it was made just now
            citations.forEach(said -> {
                ProtectedRecord item = Optional.ofNullable(items.get(said.item()))
                        .orElseThrow(() -> desk.guard().absent(RecordKind.ITEM, said.item()));
                requireEvidence("/sources", said);
                sources.add(draft(caller, record.guarded(), record.revision(), item, said));
            });
        });
        addCited(sources);
    }

    /**
     * Requires that an item may be cited, whether for something or against it: what was received for lead purposes only may
     * guide an inquiry.
     *
     * @param pointer to what names the item
     * @throws ProblemException {@code invalid-request} with {@code lead-purposes-only}
     */
    public void requireEvidence(String pointer, Citation said) {
        if (!use.isEvidence(said.item())) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(pointer, UseOfItems.LEADS_ONLY)));
        }
    }

    private Map<UUID, ProtectedRecord> items(Collection<List<Citation>> citations) {
        Set<RecordName> named = citations.stream()
                .flatMap(List::stream)
                .map(said -> new RecordName(RecordKind.ITEM, said.item()))
                .collect(Collectors.toSet());
        return desk.directory().readable(named).stream().collect(Collectors.toMap(ProtectedRecord::id, item -> item));
    }

    /**
     * A source that is not yet written; leaves it to others whether the caller may make it. What is closed is not cited anew,
     * by those who see it either.
     *
     * @param record that it is about, to which the caller may link
     * @param revision of that record
     * @param item that the caller may read
     * @throws ProblemException {@code not-found} for an item that is closed
     */
    public RecordVersion<Source> draft(
            Principal caller, ProtectedRecord record, int revision, ProtectedRecord item, Citation said) {
        if (!item.closures().isEmpty()) {
            desk.guard().check(AccessIntent.LINK, item);
        }
        return first(
                caller,
                Protection.of(record).atLeast(Protection.of(item)),
                source(record, revision, said, caller.member()));
    }

    /** Writes drafts, with an event in the histories of both records of each, in the caller's transaction. */
    public void addCited(List<RecordVersion<Source>> drafts) {
        addAll(drafts);
        journal.appendAll(drafts.stream().map(this::linked).toList());
        drafts.forEach(made -> watches.forEach(watch -> watch.cited(made)));
    }

    private EventDraft linked(RecordVersion<Source> made) {
        Source said = made.content();
        List<Subject> both =
                List.of(new Subject(said.subjectKind().code(), said.subject()), new Subject("item", said.item()));
        return desk.guard()
                .listEvent(EventTypes.LINK_CREATED, both)
                .detail("source", made.id().toString())
                .detail("support", said.support())
                .build();
    }

    /** The sources of a record whose items the caller may see, or could have seen before they were disposed of. */
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
