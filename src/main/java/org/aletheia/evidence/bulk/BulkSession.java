package org.aletheia.evidence.bulk;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.bulk.store.ExternalIds;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** One request: what its lines may refer to grows with it. Not thread-safe. */
final class BulkSession {
    private final BulkDesk desk;
    private final Principal caller;
    private final Map<String, BulkKind<?>> kinds = new HashMap<>();
    private final BulkReader reader;
    private final BulkNames names;
    private final BulkRecords records;

    BulkSession(List<BulkKind<?>> kinds, BulkDesk desk) {
        this.desk = desk;
        this.caller = desk.guard().principal();
        this.reader = new BulkReader(desk.json());
        kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
        Set<RecordKind> wholes = new HashSet<>();
        // what a line adds to is locked by its kind, not held
        kinds.stream().filter(BulkKind::makesRecords).forEach(kind -> wholes.addAll(kind.wholes()));
        this.names = new BulkNames(desk.externalIds(), caller, this.kinds);
        this.records = new BulkRecords(desk, names, wholes);
    }

    /** A line whose record is to be written. */
    private record Line(BulkKind<?> kind, ExternalId name, ExternalIds.Known known, BulkDraft draft) {}

    /** Loads some lines, in the caller's transaction. */
    List<BulkResult> load(List<BulkLines.Raw> chunk, boolean dryRun) {
        if (!dryRun) {
            records.begin();
        }
        List<BulkReader.Read> lines = chunk.parallelStream().map(reader::read).toList();
        Set<String> texts = new HashSet<>();
        lines.forEach(line -> texts.addAll(line.externalIds()));
        records.prefetch(texts);
        List<Line> made = new ArrayList<>();
        List<BulkResult> results = new ArrayList<>();
        for (BulkReader.Read line : lines) {
            results.add(result(line, made, dryRun));
        }
        if (!dryRun) {
            write(made);
        }
        return results;
    }

    private BulkResult result(BulkReader.Read line, List<Line> made, boolean dryRun) {
        try {
            return make(line, made, dryRun);
        } catch (ProblemException e) {
            return line.result(BulkStatus.REFUSED, null, findings(e));
        }
    }

    /** Why a line is refused; what is no matter of one line ends the request. */
    private static List<Finding> findings(ProblemException e) {
        return switch (e.type()) {
            case NOT_FOUND -> List.of(new Finding("/within", "reference-unknown")); // the denial is journalled
            case FORBIDDEN -> List.of(new Finding("/kind", "kind-not-permitted"));
            case GUIDANCE_REQUIRED ->
                List.of(new Finding("/record/guidanceReason", e.type().code(), e.params()));
            default -> {
                if (e.findings().isEmpty()) {
                    throw e;
                }
                yield e.findings();
            }
        };
    }

    private BulkResult make(BulkReader.Read line, List<Line> made, boolean dryRun) {
        line.findings().throwIfAny();
        BulkKind<?> kind = kind(line);
        ExternalId name = new ExternalId(kind.code(), line.externalId());
        ExternalIds.Known before = records.named(name);
        if (before != null) {
            boolean same = Arrays.equals(before.line(), line.digest());
            line.findings().require(same, "/externalId", "external-id-taken");
            line.findings().throwIfAny();
            return line.result(BulkStatus.EXISTING, before.record(), List.of());
        }
        BulkDraft draft = draft(line, kind);
        UUID id = draft.version().id();
        ExternalIds.Known known = new ExternalIds.Known(id, line.digest());
        records.add(name, known, draft.version());
        made.add(new Line(kind, name, known, draft));
        return line.result(dryRun ? BulkStatus.VALID : BulkStatus.CREATED, dryRun ? null : id, List.of());
    }

    private BulkKind<?> kind(BulkReader.Read line) {
        BulkKind<?> kind = kinds.get(line.kind());
        List<String> allowed = kinds.keySet().stream().sorted().toList();
        if (line.findings().require(kind != null, "/kind", "bulk-kind", Map.of("allowed", allowed))) {
            boolean may = !sure(kind).makesRecords()
                    || desk.policy().mayCreate(caller, sure(kind).kind());
            line.findings().require(may, "/kind", "kind-not-permitted");
        }
        line.findings().throwIfAny();
        return sure(kind);
    }

    private BulkDraft draft(BulkReader.Read line, BulkKind<?> kind) {
        BulkScope scope = new BulkScope(records, within(line, kind));
        try {
            return kind.draftOf(reader.body(line, kind.body()), scope);
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

    private @Nullable RecordName within(BulkReader.Read line, BulkKind<?> kind) {
        Set<RecordKind> wholes = kind.wholes();
        if (wholes.isEmpty()) {
            line.findings().require(line.within() == null, "/within", "bulk-within-nothing");
            line.findings().throwIfAny();
            return null;
        }
        RecordKind whole = sure(line.wholeKind(wholes));
        Checks checks = records.checks();
        UUID id = checks.reference(whole, "/within", checks.required("/within", line.within()));
        checks.throwIfAny();
        return new RecordName(whole, sure(id));
    }

    private void write(List<Line> made) {
        Map<BulkKind<?>, List<BulkDraft>> byKind =
                new TreeMap<>(Comparator.comparingInt(this::depth).thenComparing(BulkKind::code));
        made.forEach(line ->
                byKind.computeIfAbsent(line.kind(), kind -> new ArrayList<>()).add(line.draft()));
        byKind.forEach(BulkKind::write);
        Map<ExternalId, ExternalIds.Known> named = new LinkedHashMap<>();
        made.forEach(line -> named.put(line.name(), line.known()));
        names.add(named);
    }

    /** What is named is written before what names it. */
    private int depth(BulkKind<?> kind) {
        return kind.after().stream()
                .map(before -> kinds.get(before.code()))
                .mapToInt(before -> before == null ? 1 : 1 + depth(before))
                .max()
                .orElse(0);
    }
}
