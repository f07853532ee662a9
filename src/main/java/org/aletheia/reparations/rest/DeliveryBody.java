package org.aletheia.reparations.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.Findings;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.delivery.DeliveryDraft;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the delivery ledger as callers write it.
 *
 * @param kind code of {@code delivery-kind}
 * @param award number of the award
 * @param amount where the award is money
 * @param on the day that it tells of
 * @param of number of the entry that it answers to or corrects
 * @param reason code of {@code delivery-reason}
 * @param item id of an item that shows it
 * @param person id of the claimant or successor who says so, of {@code confirmed} and {@code contested}
 */
record DeliveryBody(
        @Nullable String kind,
        @Nullable Integer award,
        @Nullable MoneyBody amount,
        @Nullable String on,
        @Nullable Integer of,
        @Nullable String reason,
        @Nullable String item,
        @Nullable String person) {
    private static final Set<String> KINDS =
            Set.of("reported", "confirmed", "shown-otherwise", "contested", "held", "released", "corrected");

    /** @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with {@code delivery-kind-unknown} */
    String known() {
        Findings findings = new Findings();
        findings.require(kind != null, "/kind", "required");
        boolean known = kind == null || KINDS.contains(kind);
        findings.require(known, "/kind", "delivery-kind-unknown", Map.of("allowed", new TreeSet<>(KINDS)));
        findings.throwIfAny();
        return sure(kind);
    }

    DeliveryDraft check(Checks checks) {
        Integer which = checks.required("/award", award);
        Money sum = MoneyBody.check(checks, "/amount", amount);
        String day = Days.check(checks, "/on", checks.required("/on", on));
        String why = checks.code("delivery-reason", "/reason", reason);
        UUID shown = checks.reference(RecordKind.ITEM, "/item", item);
        UUID who = checks.id("/person", person);
        checks.throwIfAny();
        return new DeliveryDraft(known(), sure(which), sum, sure(day), of, why, shown, who);
    }
}
