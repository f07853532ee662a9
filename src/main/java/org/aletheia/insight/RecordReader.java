package org.aletheia.insight;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.Referring;

/**
 * Reads records of several kinds at once, one query a kind, as far as the caller may list them. What stays out of dossiers is
 * not read: graphs, sets and sheets are made to be handed on, and this is the one place where they ask.
 */
@ApplicationScoped
public class RecordReader {
    /** Subjects of one event. */
    private static final int OF_ONE_EVENT = 200;

    private final Map<RecordKind, LinkedRecords<?>> linked = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, References> references = new EnumMap<>(RecordKind.class);
    private final Items items;
    private final RecordDirectory directory;
    private final ExportBars bars;
    private final UseRecord use;

    RecordReader(
            @All List<LinkedRecords<?>> linked,
            @All List<Referring> referring,
            Items items,
            RecordDirectory directory,
            ExportBars bars,
            UseRecord use) {
        linked.forEach(kind -> this.linked.put(kind.kind(), kind));
        referring.stream()
                .flatMap(each -> each.references().stream())
                .forEach(each -> references.put(each.kind(), each));
        this.items = items;
        this.directory = directory;
        this.bars = bars;
        this.use = use;
    }

    /** The kinds that can be read here. */
    public Set<RecordKind> kinds() {
        Set<RecordKind> kinds = referringKinds();
        kinds.add(RecordKind.ITEM);
        return kinds;
    }

    /** The kinds whose records name others, or are named. */
    public Set<RecordKind> referringKinds() {
        return references.keySet().stream()
                .filter(linked::containsKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordKind.class)));
    }

    /**
     * Those of the records that there are and that the caller may list, or that were disposed of and that the caller could have
     * listed, in the order of the names.
     */
    public Map<RecordName, SeenRecord> read(Collection<RecordName> names) {
        Map<RecordName, SeenRecord> found = byName(names, this::read, SeenRecord::name);
        List<RecordName> others =
                names.stream().filter(name -> !found.containsKey(name)).toList();
        disposed(others).forEach((name, went) -> found.put(name, Seeing.disposed(name, went)));
        return ordered(names, found);
    }

    /** Linked records alone that there are and that the caller may list, each with all that it says; in the same order. */
    public Map<RecordName, FoundRecord> found(Collection<RecordName> names) {
        return ordered(names, byName(names, this::found, FoundRecord::name));
    }

    /** Those of the records that were disposed of and that the caller could have listed here. */
    public Map<RecordName, Disposed> disposed(Collection<RecordName> names) {
        Set<RecordKind> kinds = kinds();
        Map<RecordName, Disposed> went = new LinkedHashMap<>();
        directory
                .disposed(names.stream()
                        .filter(name -> kinds.contains(name.kind()))
                        .toList())
                .stream()
                .filter(each -> !barred(each.name()))
                .forEach(each -> went.put(each.name(), Disposed.of(each)));
        return went;
    }

    private static <T> Map<RecordName, T> byName(
            Collection<RecordName> names,
            BiFunction<RecordKind, Set<UUID>, List<T>> reading,
            Function<T, RecordName> name) {
        Map<RecordName, T> found = new LinkedHashMap<>();
        names.stream()
                .collect(
                        Collectors.groupingBy(RecordName::kind, Collectors.mapping(RecordName::id, Collectors.toSet())))
                .forEach((kind, ids) -> reading.apply(kind, ids).forEach(each -> found.put(name.apply(each), each)));
        return found;
    }

    private static <T> Map<RecordName, T> ordered(Collection<RecordName> names, Map<RecordName, T> found) {
        Map<RecordName, T> ordered = new LinkedHashMap<>();
        names.forEach(each -> {
            T read = found.get(each);
            if (read != null) {
                ordered.put(each, read);
            }
        });
        return ordered;
    }

    private List<SeenRecord> read(RecordKind kind, Set<UUID> ids) {
        return kind == RecordKind.ITEM
                ? items.among(ids).stream().map(Seeing::item).toList()
                : found(kind, ids).stream().map(FoundRecord::seen).toList();
    }

    private List<FoundRecord> found(RecordKind kind, Set<UUID> ids) {
        LinkedRecords<?> records = linked.get(kind);
        References told = references.get(kind);
        if (records == null || told == null) {
            return List.of();
        }
        Set<UUID> barred = bars.barred(kind, ids, ExportForm.DOSSIER);
        return records.among(ids).stream()
                .filter(version -> !barred.contains(version.id()))
                .map(version -> new FoundRecord(version, Seeing.linked(version, told)))
                .toList();
    }

    /** Whether that record is in no answer here, whoever may read it where it stands; of some kinds also where it is gone. */
    public boolean barred(RecordName name) {
        return bars.barred(name.kind(), name.id(), ExportForm.DOSSIER);
    }

    /** Tells the journal of all records that an answer shows, before it leaves; durable when this returns. */
    public void shown(Collection<RecordName> names) {
        List<Subject> subjects = new ArrayList<>();
        for (RecordName name : names) {
            subjects.add(new Subject(name.kind().code(), name.id()));
        }
        for (int from = 0; from < subjects.size(); from += OF_ONE_EVENT) {
            use.listed(subjects.subList(from, Math.min(from + OF_ONE_EVENT, subjects.size())));
        }
    }
}
