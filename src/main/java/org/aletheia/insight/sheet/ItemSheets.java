package org.aletheia.insight.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.approval.Approval;
import org.aletheia.cases.CaseItems;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.Submissions;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.citation.SourcesAround;
import org.aletheia.evidence.disposal.store.DisposedItems;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordSearch;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.RecordReader;
import org.aletheia.insight.SeenRecord;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Makes item sheets. What the caller may not see of what cites, contradicts or governs an item is left out, and not counted.
 * The journal is told of everything that a sheet shows before it is there.
 */
@ApplicationScoped
public class ItemSheets {
    /** Most items of one sheet. */
    public static final int MOST = 300;

    private static final int MOST_SOURCES = 10_000;

    private static final Set<AccessIntent> TOLD = EnumSet.of(AccessIntent.READ, AccessIntent.READ_CUSTODY);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Items items;
    private final Submissions submissions;
    private final DisposedItems disposedItems;
    private final RecordDirectory directory;
    private final SourcesAround sources;
    private final RecordReader reader;
    private final CaseItems cases;
    private final RecordSearch search;
    private final SheetTerms received;
    private final SheetRows rows;
    private final BulkSheets bulk;
    private final ExportBars bars;

    ItemSheets(
            Items items,
            Submissions submissions,
            DisposedItems disposedItems,
            RecordDirectory directory,
            SourcesAround sources,
            RecordReader reader,
            CaseItems cases,
            RecordSearch search,
            SheetTerms received,
            SheetRows rows,
            BulkSheets bulk,
            ExportBars bars) {
        this.items = items;
        this.submissions = submissions;
        this.disposedItems = disposedItems;
        this.directory = directory;
        this.sources = sources;
        this.reader = reader;
        this.cases = cases;
        this.search = search;
        this.received = received;
        this.rows = rows;
        this.bulk = bulk;
        this.bars = bars;
    }

    /** The items of a selection that there are, and those that there were. */
    private record Selected(List<EvidenceItem> items, Map<RecordName, Disposed> gone) {
        List<UUID> ids() {
            return items.stream().map(EvidenceItem::id).toList();
        }
    }

    /**
     * The sheet of a selection.
     *
     * @param approval of another member, where there are many
     * @param language one of the six, of the declarations
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request}: {@code reference-unknown} for each item or
     *     submission that the caller may not see; what is wrong with a search; {@code too-many} where there are more than
     *     {@link #MOST}: a sheet is whole or is not made; what the terms of an item forbid; {@code approval-required}; {@code
     *     search-unavailable}
     */
    public ItemSheet of(SheetSelection selection, @Nullable UUID approval, String language, Findings findings) {
        Selected selected = exportable(selection, findings);
        bulk.require(selected.ids(), approval);
        return sheet(selected, language);
    }

    /**
     * Asks that another member approve the sheet of the items that are selected now.
     *
     * @throws org.aletheia.platform.http.ProblemException as {@link #of}; {@code forbidden} for a program
     */
    public Approval ask(SheetSelection selection, String reason, Findings findings) {
        bulk.requireAsking();
        return bulk.ask(exportable(selection, findings).ids(), reason);
    }

    private Selected exportable(SheetSelection selection, Findings findings) {
        Selected selected = select(selection, findings);
        received.require(selection, selected.ids(), findings);
        return selected;
    }

    private Selected select(SheetSelection selection, Findings findings) {
        return switch (selection) {
            case SheetSelection.Chosen chosen -> chosen(chosen.items(), findings);
            case SheetSelection.Handed handed -> handed(handed.submission(), findings);
            case SheetSelection.Searched searched -> searched(searched.asked(), findings);
        };
    }

    private Selected chosen(List<UUID> ids, Findings findings) {
        Map<UUID, EvidenceItem> found = found(ids);
        Map<RecordName, Disposed> gone = reader.disposed(items(ids.stream().filter(id -> !found.containsKey(id))));
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            boolean known = found.containsKey(id) || gone.containsKey(new RecordName(RecordKind.ITEM, id));
            require(RecordKind.ITEM, id, known, "/items/" + i, findings);
        }
        findings.throwIfAny();
        return new Selected(ordered(ids, found), gone);
    }

    private Selected handed(UUID submission, Findings findings) {
        boolean seen = directory.permits(AccessIntent.READ, RecordKind.SUBMISSION, submission);
        findings.require(seen, "/submission", "reference-unknown", Map.of("kind", RecordKind.SUBMISSION.code()));
        findings.throwIfAny();
        List<EvidenceItem> all = leaving(items.list(submission, null, BEFORE_ALL, MOST + 1));
        List<UUID> went = disposedItems.of(submission, MOST + 1);
        findings.require(all.size() + went.size() <= MOST, "/submission", "too-many", Map.of("max", MOST));
        findings.throwIfAny();
        return new Selected(all, reader.disposed(items(went.stream())));
    }

    private Selected searched(RecordSearch.Asked asked, Findings findings) {
        RecordSearch.Hits hits = search.find(asked, EnumSet.of(RecordKind.ITEM), MOST, findings);
        findings.require(!hits.more(), "/search", "too-many", Map.of("max", MOST));
        findings.throwIfAny();
        List<UUID> ids = hits.records().stream().map(RecordName::id).toList();
        return new Selected(ordered(ids, found(ids)), Map.of());
    }

    private Map<UUID, EvidenceItem> found(List<UUID> ids) {
        return leaving(items.among(ids)).stream().collect(Collectors.toMap(EvidenceItem::id, Function.identity()));
    }

    /**
     * Those whose custody the caller may read too, as a sheet tells more of an item than a list; without those that stay inside,
     * whoever asks. What its terms forbid is refused later, with the reason.
     */
    private List<EvidenceItem> leaving(List<EvidenceItem> found) {
        List<UUID> ids = found.stream().map(EvidenceItem::id).toList();
        Set<UUID> barred = bars.barred(RecordKind.ITEM, ids, ExportForm.DOSSIER);
        Set<UUID> readable = directory.permitted(TOLD, items(ids.stream())).stream()
                .map(ProtectedRecord::id)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(item -> readable.contains(item.id()))
                .filter(item -> !barred.contains(item.id()) || received.forbid(item.id()))
                .toList();
    }

    private static List<EvidenceItem> ordered(List<UUID> ids, Map<UUID, EvidenceItem> found) {
        List<EvidenceItem> ordered = new ArrayList<>();
        for (UUID id : ids) {
            EvidenceItem item = found.get(id);
            if (item != null) {
                ordered.add(item);
            }
        }
        return ordered;
    }

    /** Who asks for what they may not see is journalled as anywhere else. */
    private void require(RecordKind kind, UUID id, boolean found, String pointer, Findings findings) {
        if (!found) {
            directory.permits(AccessIntent.READ, kind, id);
            findings.add(pointer, "reference-unknown", Map.of("kind", kind.code()));
        }
    }

    private static List<RecordName> items(Stream<UUID> ids) {
        return ids.map(id -> new RecordName(RecordKind.ITEM, id)).toList();
    }

    private ItemSheet sheet(Selected selected, String language) {
        List<EvidenceItem> chosen = selected.items();
        List<RecordVersion<Source>> around = around(chosen);
        List<Source> said = around.stream().map(RecordVersion::content).toList();
        Map<RecordName, SeenRecord> subjects = reader.read(Citings.subjects(said));
        Map<UUID, EvidenceItem> cited = items.among(Citings.items(said)).stream()
                .collect(Collectors.toMap(EvidenceItem::id, Function.identity()));
        Map<UUID, String> numbers = numbers(cited.values());
        Map<RecordName, Disposed> citedGone =
                reader.disposed(items(Citings.items(said).stream().filter(id -> !cited.containsKey(id))));
        Citings citings = new Citings(said, subjects, numbers, citedGone);
        CaseItems.Found inCases = inCases(chosen, said);
        Map<UUID, Submission> terms = terms(chosen);
        reader.shown(names(chosen, around, subjects.keySet(), cited.keySet()));
        reader.shown(Stream.concat(selected.gone().keySet().stream(), citedGone.keySet().stream())
                .distinct()
                .toList());
        reader.shown(inCases.names());
        InCases told = new InCases(inCases, said, numbers);
        List<SheetRow> lines = new ArrayList<>();
        for (EvidenceItem item : chosen) {
            @Nullable Submission submission = terms.get(item.version().submission());
            lines.add(rows.of(item, received.of(item.id()), submission, citings, told, language));
        }
        return new ItemSheet(lines, List.copyOf(selected.gone().values()), ItemSheet.NOT_RECORDED);
    }

    private CaseItems.Found inCases(List<EvidenceItem> chosen, List<Source> said) {
        return cases.of(
                chosen.stream().map(EvidenceItem::id).toList(),
                InCases.elements(said).map(Source::subject).distinct().toList());
    }

    /** All of them: a sheet that left some out could hide what contradicts an item. */
    private List<RecordVersion<Source>> touching(List<UUID> records) {
        List<RecordVersion<Source>> found = sources.touching(records, MOST_SOURCES + 1);
        if (found.size() > MOST_SOURCES) {
            Finding finding = new Finding("", "too-many-sources", Map.of("max", MOST_SOURCES));
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
        }
        return found;
    }

    /** The sources of the items, and all sources of the records that cite them, without those whose items may not leave. */
    private List<RecordVersion<Source>> around(List<EvidenceItem> chosen) {
        Map<UUID, RecordVersion<Source>> all = new LinkedHashMap<>();
        List<RecordVersion<Source>> citing =
                touching(chosen.stream().map(EvidenceItem::id).toList());
        citing.forEach(source -> all.put(source.id(), source));
        List<UUID> subjects = citing.stream()
                .map(source -> source.content().subject())
                .distinct()
                .toList();
        touching(subjects).forEach(source -> all.put(source.id(), source));
        return received.leaving(all.values());
    }

    /** The submissions that the caller sees; an item may be shared without the one that it came with. */
    private Map<UUID, Submission> terms(List<EvidenceItem> chosen) {
        List<RecordName> named = chosen.stream()
                .map(item ->
                        new RecordName(RecordKind.SUBMISSION, item.version().submission()))
                .distinct()
                .toList();
        return directory.readable(named).stream()
                .map(name -> submissions.read(name.id()))
                .collect(Collectors.toMap(Submission::id, Function.identity()));
    }

    private static Map<UUID, String> numbers(Collection<EvidenceItem> items) {
        Map<UUID, String> numbers = new HashMap<>();
        for (EvidenceItem item : items) {
            String number = item.version().registrationNumber();
            if (number != null) {
                numbers.put(item.id(), number);
            }
        }
        return numbers;
    }

    private static List<RecordName> names(
            List<EvidenceItem> chosen,
            List<RecordVersion<Source>> around,
            Collection<RecordName> subjects,
            Collection<UUID> cited) {
        Stream<RecordName> items = Stream.concat(chosen.stream().map(EvidenceItem::id), cited.stream())
                .distinct()
                .map(id -> new RecordName(RecordKind.ITEM, id));
        Stream<RecordName> sources = around.stream().map(source -> new RecordName(RecordKind.SOURCE, source.id()));
        return Stream.of(items, sources, subjects.stream())
                .flatMap(Function.identity())
                .toList();
    }
}
