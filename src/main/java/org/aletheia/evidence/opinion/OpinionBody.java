package org.aletheia.evidence.opinion;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * An opinion as callers write it.
 *
 * @param methods codes of {@code authenticity-method}, one at least
 * @param conclusion code of {@code authenticity-conclusion}
 * @param reasons in words
 * @param contests id of an opinion on the same item
 */
public record OpinionBody(
        @Nullable List<String> methods,
        @Nullable String conclusion,
        @Nullable String reasons,
        @Nullable String contests) {
    private static final int MAX_REASONS = 4000;

    Opinion check(Checks checks, UUID item, UUID member, Predicate<UUID> onItem) {
        List<String> how = checks.codes("authenticity-method", "/methods", checks.required("/methods", methods));
        checks.findings().require(methods == null || !methods.isEmpty(), "/methods", "required");
        String what = checks.code("authenticity-conclusion", "/conclusion", checks.required("/conclusion", conclusion));
        String why = checks.text("/reasons", checks.required("/reasons", reasons), MAX_REASONS);
        UUID other = checks.id("/contests", contests);
        checks.findings().require(other == null || onItem.test(other), "/contests", "opinion-unknown");
        checks.throwIfAny();
        return new Opinion(item, how, sure(what), sure(why), other, member);
    }
}
