package org.aletheia.evidence.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.bulk.store.ExternalIds;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords.Whole;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** One request: what its lines may refer to grows with it. Not thread-safe. */
final class BulkSession {
    private final BulkDesk desk;
    private final Principal caller;
    private final Map<String, BulkKind<?, ?>> kinds = new HashMap<>();
    private final BulkReader reader;
    private final Map<ExternalId, ExternalIds.Known> known = new HashMap<>();
    private final Map<RecordName, Optional<Protection>> held = new HashMap<>();
    private final Map<RecordName, Boolean> readable = new HashMap<>();

    BulkSession(List<BulkKind<?, ?>> kinds, BulkDesk desk) {
        this.desk = desk;
        this.caller = desk.guard().principal();
        this.reader = new BulkReader(desk.json());
        kinds.forEach(kind -> this.kinds.put(kind.kind().code(), kind));
    }

    /** A line whose record is to be written. */
    private record Draft(BulkKind<?, ?> kind, ExternalId name, ExternalIds.Known known, RecordVersion<?> version) {}

    /** Loads some lines, in the caller's transaction. */
    List<BulkResult> load(List<BulkLines.Raw> chunk, boolean dryRun) {
        if (!dryRun) {
            held.clear(); // what a transaction before this one held, it holds no more
            readable.clear();
        }
        List<BulkReader.Read> lines = chunk.stream().map(reader::read).toList();
        prefetch(lines);
        List<Draft> drafts = new ArrayList<>();
        List<BulkResult> results = new ArrayList<>();
        for (BulkReader.Read line : lines) {
            results.add(result(line, drafts, dryRun));
        }
        if (!dryRun) {
            write(drafts);
        }
        return results;
    }

    /** Asks at once what the lines would ask one by one: of a few hundred, each waits for its answer. */
    private void prefetch(List<BulkReader.Read> lines) {
        Set<String> texts = new LinkedHashSet<>();
        lines.forEach(line -> texts.addAll(line.externalIds()));
        Set<String> unknown = new LinkedHashSet<>(texts);
        known.keySet().forEach(id -> unknown.remove(id.text()));
        if (!unknown.isEmpty()) {
            known.putAll(desk.externalIds().find(caller.organisation(), unknown));
        }
        Set<RecordName> named = new LinkedHashSet<>();
        known.forEach((id, record) -> {
            if (texts.contains(id.text())) {
                named.add(new RecordName(id.kind(), record.record()));
            }
        });
        named.removeAll(readable.keySet());
        if (!named.isEmpty()) {
            desk.records().directory().readable(named).forEach(name -> readable.put(name, true));
            desk.records().directory().hold(wholes(named)).forEach((name, how) -> held.put(name, Optional.of(how)));
        }
    }

    private List<RecordName> wholes(Set<RecordName> named) {
        Set<RecordKind> wholes = new HashSet<>();
        kinds.values().forEach(kind -> wholes.addAll(kind.wholes()));
        return named.stream().filter(name -> wholes.contains(name.kind())).toList();
    }

    private BulkResult result(BulkReader.Read line, List<Draft> drafts, boolean dryRun) {
        try {
            return made(line, drafts, dryRun);
        } catch (ProblemException e) {
            if (e.findings().isEmpty()) {
                throw e;
            }
            return line.result(BulkStatus.REFUSED, null, e.findings());
        }
    }

    private BulkResult made(BulkReader.Read line, List<Draft> drafts, boolean dryRun) {
        line.findings().throwIfAny();
        BulkKind<?, ?> kind = kinds.get(line.kind());
        if (line.findings().require(kind != null, "/kind", "bulk-kind", Map.of("allowed", List.copyOf(allowed())))) {
            boolean may = desk.policy().mayCreate(caller, sure(kind).kind());
            line.findings().require(may, "/kind", "kind-not-permitted");
        }
        line.findings().throwIfAny();
        ExternalId name = new ExternalId(sure(kind).kind(), line.externalId());
        ExternalIds.Known before = known.get(name);
        if (before != null) {
            line.findings().require(Arrays.equals(before.line(), line.digest()), "/externalId", "external-id-taken");
            line.findings().throwIfAny();
            return line.result(BulkStatus.EXISTING, before.record(), List.of());
        }
        RecordVersion<?> version = draft(line, sure(kind));
        ExternalIds.Known made = new ExternalIds.Known(version.id(), line.digest());
        known.put(name, made);
        RecordName itself = new RecordName(version.kind(), version.id());
        readable.put(itself, true);
        held.put(itself, Optional.of(version.protection()));
        drafts.add(new Draft(sure(kind), name, made, version));
        return line.result(dryRun ? BulkStatus.VALID : BulkStatus.CREATED, dryRun ? null : version.id(), List.of());
    }

    private RecordVersion<?> draft(BulkReader.Read line, BulkKind<?, ?> kind) {
        Whole within = within(line, kind);
        Checks checks = desk.checks().begin(this::permits, this::named);
        try {
            return kind.draft(reader.body(line, kind.body()), within, checks, this::protection);
        } catch (ProblemException e) {
            throw inRecord(e);
        }
    }

    /** The same findings with pointers into the line. */
    private static ProblemException inRecord(ProblemException e) {
        List<Finding> findings = e.findings().stream()
                .map(finding -> new Finding("/record" + finding.pointer(), finding.code(), finding.params()))
                .toList();
        return new ProblemException(e.type(), e.params(), findings);
    }

    private @Nullable Whole within(BulkReader.Read line, BulkKind<?, ?> kind) {
        Set<RecordKind> wholes = kind.wholes();
        if (wholes.isEmpty()) {
            line.findings().require(line.within() == null, "/within", "bulk-within-nothing");
            line.findings().throwIfAny();
            return null;
        }
        RecordKind whole = line.wholeKind(wholes);
        Checks checks = desk.checks().begin(this::permits, this::named);
        UUID id = checks.reference(sure(whole), "/within", checks.required("/within", line.within()));
        checks.throwIfAny();
        return new Whole(sure(whole), sure(id));
    }

    private Optional<Protection> protection(Whole whole) {
        return held.computeIfAbsent(
                new RecordName(whole.kind(), whole.id()),
                name -> Optional.ofNullable(
                        desk.records().directory().hold(List.of(name)).get(name)));
    }

    private boolean permits(AccessIntent intent, RecordKind kind, UUID id) {
        return intent == AccessIntent.READ
                ? readable.computeIfAbsent(
                        new RecordName(kind, id),
                        asked -> desk.records().directory().permits(intent, kind, id))
                : desk.records().directory().permits(intent, kind, id);
    }

    private @Nullable UUID named(RecordKind kind, String text) {
        return ExternalId.referredTo(text)
                .map(id -> known.get(new ExternalId(kind, id)))
                .map(ExternalIds.Known::record)
                .orElse(null);
    }

    private void write(List<Draft> drafts) {
        Map<BulkKind<?, ?>, List<RecordVersion<?>>> byKind = new TreeMap<>(Comparator.comparingInt(this::depth)
                .thenComparing(kind -> kind.kind().code()));
        drafts.forEach(draft ->
                byKind.computeIfAbsent(draft.kind(), kind -> new ArrayList<>()).add(draft.version()));
        byKind.forEach(BulkKind::write);
        Map<ExternalId, ExternalIds.Known> names = new LinkedHashMap<>();
        drafts.forEach(draft -> names.put(draft.name(), draft.known()));
        desk.externalIds().add(caller.organisation(), names);
    }

    /** A whole is written before its parts. */
    private int depth(BulkKind<?, ?> kind) {
        return kind.wholes().stream()
                .map(whole -> kinds.get(whole.code()))
                .mapToInt(whole -> whole == null ? 1 : 1 + depth(whole))
                .max()
                .orElse(0);
    }

    private Set<String> allowed() {
        return kinds.keySet();
    }

    private static <T> T sure(@Nullable T value) {
        return Checks.sure(value);
    }
}
