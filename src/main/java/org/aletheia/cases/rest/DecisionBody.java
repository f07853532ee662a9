package org.aletheia.cases.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import org.aletheia.cases.disclosure.DisclosureDecision;
import org.aletheia.cases.disclosure.DisclosureDecisions;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision on disclosure as callers write it.
 *
 * @param item id of an item that the body holds; never changes
 * @param decision code of {@code disclosure-decision}
 * @param reasons codes of {@code disclosure-reason}, one at least
 */
@Schema(name = "DisclosureDecisionBody")
record DecisionBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String item,
        @Nullable String decision,
        @Nullable List<String> reasons)
        implements ProtectionBody {

    DisclosureDecision create(Checks checks, UUID caseFile, DisclosureDecisions decisions) {
        UUID about = checks.id("/item", checks.required("/item", item));
        if (about != null && checks.findings().require(decisions.isHeld(about), "/item", "reference-unknown")) {
            checks.findings().require(!decisions.isDecided(caseFile, about), "/item", "already-decided");
        }
        return check(checks, caseFile, about, decisions);
    }

    DisclosureDecision revise(Checks checks, DisclosureDecision before, DisclosureDecisions decisions) {
        boolean same = item == null || item.equalsIgnoreCase(before.item().toString());
        checks.findings().require(same, "/item", "item-fixed");
        return check(checks, before.caseFile(), before.item(), decisions);
    }

    private DisclosureDecision check(
            Checks checks, UUID caseFile, @Nullable UUID about, DisclosureDecisions decisions) {
        String what = checks.code("disclosure-decision", "/decision", checks.required("/decision", decision));
        List<String> why = checks.codes("disclosure-reason", "/reasons", reasons);
        checks.findings().require(reasons != null && !reasons.isEmpty(), "/reasons", "required");
        checks.throwIfAny();
        DisclosureDecisions.Now now = decisions.now();
        return new DisclosureDecision(caseFile, sure(about), sure(what), why, now.by(), now.at());
    }
}
