package org.aletheia.testimony.protection;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.handling.ReferenceNumber;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CounselDecision} as counsel writes it.
 *
 * @param revision of the note that counsel looked at; it must be the one that stands
 * @param decision code of {@code counsel-decision}
 * @param forms codes of {@code export-form}; required for a release, and only there
 * @param reason code of {@code counsel-reason}
 * @param order number of the order; required where the reason is one
 */
public record CounselDecisionBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable Integer revision,
        @Nullable String decision,
        @Nullable List<String> forms,
        @Nullable String reason,
        @Nullable String order)
        implements ProtectionBody {
    private static final String BY_ORDER = "court-order";

    CounselDecision check(Checks checks, UUID note, UUID decidedBy) {
        Integer looked = checks.required("/revision", revision);
        String what = checks.code("counsel-decision", "/decision", checks.required("/decision", decision));
        List<String> into = checks.codes("export-form", "/forms", forms);
        String why = checks.code("counsel-reason", "/reason", checks.required("/reason", reason));
        String number = order == null ? null : checks.findings().parse("/order", () -> ReferenceNumber.check(order));
        boolean named = forms != null && !forms.isEmpty();
        boolean releases = CounselDecision.RELEASE.equals(what);
        checks.findings().require(what == null || !releases || named, "/forms", "required");
        checks.findings().require(what == null || releases || !named, "/forms", "not-of-decision");
        checks.findings().require(!BY_ORDER.equals(why) || order != null, "/order", "required");
        checks.throwIfAny();
        return new CounselDecision(note, sure(looked), sure(what), into, sure(why), number, decidedBy);
    }
}
