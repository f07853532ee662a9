package org.aletheia.evidence.disposal;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.disposal.Disposal.Named;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A request as callers write it.
 *
 * @param records at most 100, all of the caller's organisation
 * @param ground code of {@code disposal-ground}
 * @param reason in words that name nobody
 */
public record DisposalBody(
        @Nullable List<NamedBody> records,
        @Nullable String ground,
        @Nullable String reason) {
    private static final int MAX_REASON = 2000;

    /** @param kind of a record that can be disposed of */
    public record NamedBody(@Nullable String kind, @Nullable String id) {
        @Nullable
        Named check(String at, Checks checks, RecordDirectory directory) {
            String code = checks.required(at + "/kind", kind);
            UUID record = checks.id(at + "/id", checks.required(at + "/id", id));
            RecordKind known = Stream.concat(Disposals.KINDS.stream(), Disposals.KEPT.stream())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(null);
            List<String> allowed =
                    Disposals.KINDS.stream().map(RecordKind::code).toList();
            checks.findings()
                    .require(code == null || known != null, at + "/kind", "kind-unknown", Map.of("allowed", allowed));
            if (known == null || record == null) {
                return null;
            }
            // what is kept is refused by its kind alone, so that nobody asks here whether it is there
            boolean may = Disposals.KEPT.contains(known) || directory.permits(AccessIntent.DISPOSE, known, record);
            return checks.findings().require(may, at + "/id", "reference-unknown", Map.of("kind", known.code()))
                    ? new Named(known, record)
                    : null;
        }
    }

    Disposal check(Checks checks, RecordDirectory directory, UUID member) {
        List<Named> named = checks.each(
                "/records", checks.required("/records", records), (at, each) -> each.check(at, checks, directory));
        checks.findings().require(records == null || !records.isEmpty(), "/records", "required");
        String why = checks.code("disposal-ground", "/ground", checks.required("/ground", ground));
        String words = checks.text("/reason", checks.required("/reason", reason), MAX_REASON);
        checks.throwIfAny();
        return new Disposal(named, sure(why), sure(words), member, null);
    }
}
