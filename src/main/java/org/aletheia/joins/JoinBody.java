package org.aletheia.joins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.jspecify.annotations.Nullable;

/**
 * A join as callers write it. Where it says nothing of its protection, that of its strictest record holds.
 *
 * @param of {@code person}, {@code group}, {@code unit}, {@code organisation}, {@code victim}, {@code incident} or {@code item}
 * @param records ids of 2 to 20 records of that kind
 * @param decision code of {@code join-decision}
 * @param confidence code of {@code join-confidence}
 * @param reasons codes of {@code join-reason}, at least one
 */
public record JoinBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String of,
        @Nullable List<String> records,
        @Nullable String decision,
        @Nullable String confidence,
        @Nullable List<String> reasons)
        implements ProtectionBody {
    private static final int LEAST = 2;
    private static final int MOST = 20;

    /** What was said, checked as far as that goes without the records; nothing may be made of it before the checks passed. */
    record Said(
            @Nullable RecordKind of,
            List<UUID> records,
            @Nullable String decision,
            @Nullable String confidence,
            List<String> reasons) {}

    Said check(Checks checks) {
        Optional<RecordKind> kind = kind(checks, checks.required("/of", of));
        List<String> named = checks.required("/records", records);
        boolean few = named != null && named.size() < LEAST;
        boolean many = named != null && named.size() > MOST;
        checks.findings().require(!few, "/records", "too-few", Map.of("min", LEAST));
        checks.findings().require(!many, "/records", "too-many", Map.of("max", MOST));
        List<UUID> joined = kind.isEmpty() || many ? List.of() : checks.references(kind.get(), "/records", named);
        String what = checks.code("join-decision", "/decision", checks.required("/decision", decision));
        String sure = checks.code("join-confidence", "/confidence", confidence);
        List<String> why = checks.codes("join-reason", "/reasons", checks.required("/reasons", reasons));
        checks.findings().require(reasons == null || !reasons.isEmpty(), "/reasons", "required");
        return new Said(kind.orElse(null), joined.stream().sorted().toList(), what, sure, why);
    }

    private static Optional<RecordKind> kind(Checks checks, @Nullable String code) {
        Optional<RecordKind> kind = code == null ? Optional.empty() : JoinedKind.of(code);
        checks.findings()
                .require(
                        code == null || kind.isPresent(), "/of", "kind-unknown", Map.of("allowed", JoinedKind.codes()));
        return kind;
    }
}
