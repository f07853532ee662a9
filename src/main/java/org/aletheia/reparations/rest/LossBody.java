package org.aletheia.reparations.rest;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.PropertyMark;
import org.jspecify.annotations.Nullable;

/**
 * A loss as callers write it.
 *
 * @param head code of {@code loss-head}
 * @param method code of {@code valuation-method}
 * @param items ids of items
 * @param propertyIdentifier as a register of properties writes it; only its mark is kept
 * @param property the mark, as it was read
 */
record LossBody(
        @Nullable String head,
        @Nullable MoneyBody amount,
        @Nullable String method,
        @Nullable List<String> items,
        @Nullable String propertyIdentifier,
        @Nullable String property) {
    private static final int MAX_IDENTIFIER = 200;

    @Nullable
    Loss check(String at, Checks checks) {
        String what = checks.code("loss-head", at + "/head", checks.required(at + "/head", head));
        Money sum = MoneyBody.check(checks, at + "/amount", amount);
        String how = checks.code("valuation-method", at + "/method", method);
        List<UUID> shown = checks.references(RecordKind.ITEM, at + "/items", items);
        String mark = mark(at, checks);
        return what == null ? null : new Loss(what, sum, how, shown, mark);
    }

    private @Nullable String mark(String at, Checks checks) {
        String identifier = checks.text(at + "/propertyIdentifier", propertyIdentifier, MAX_IDENTIFIER);
        if (identifier != null) {
            return PropertyMark.of(identifier);
        }
        boolean formed = property == null || property.matches("[0-9a-f]{64}");
        return checks.findings().require(formed, at + "/property", "property-mark") ? property : null;
    }
}
