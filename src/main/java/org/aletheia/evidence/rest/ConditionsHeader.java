package org.aletheia.evidence.rest;

import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.DueObligations;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.evidence.terms.ItemConditions;

/**
 * The terms on which an item was received, in a header field beside its bytes: a list of tokens (RFC 9651 §3.1), so that they
 * go with what a program saves. Which bodies are named and which countries
 * are allowed is said by the item.
 */
@ApplicationScoped
class ConditionsHeader {
    static final String NAME = "Aletheia-Conditions";

    private final ItemConditions conditions;
    private final DueObligations due;

    ConditionsHeader(ItemConditions conditions, DueObligations due) {
        this.conditions = conditions;
        this.due = due;
    }

    /** Puts them on the answer that is to have the content of the item. */
    void on(HttpServerResponse answer, UUID item) {
        answer.putHeader(NAME, tokens(conditions.of(item)));
        due.conditionsShown(RecordKind.ITEM, item);
    }

    static String tokens(ItemTerms terms) {
        ReceiptConditions conditions = terms.conditions();
        List<String> tokens = new ArrayList<>();
        if (conditions.onwardSharingByAgreement()) {
            tokens.add("onward-sharing-by-agreement");
        }
        if (conditions.leadPurposesOnly()) {
            tokens.add("lead-purposes-only");
        }
        if (!conditions.namedBodies().isEmpty()) {
            tokens.add("named-bodies");
        }
        if (conditions.noDeathPenalty()) {
            tokens.add("no-death-penalty");
        }
        if (conditions.embargoUntil() != null) {
            tokens.add("embargo;until=\"" + conditions.embargoUntil() + '"');
        }
        if (conditions.returnBy() != null) {
            tokens.add("return;by=\"" + conditions.returnBy() + '"');
        }
        if (!terms.allowedCountries().isEmpty()) {
            tokens.add("allowed-countries");
        }
        return tokens.isEmpty() ? "none" : String.join(", ", tokens);
    }
}
