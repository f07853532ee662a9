package org.aletheia.testimony.consent;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.consent.Consent.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody takes back.
 *
 * @param date when they said so, EDTF
 * @param recorded code of {@code consent-form}
 * @param scopes which; all of it where it is left out
 */
public record ConsentWithdrawalBody(
        @Nullable String date,
        @Nullable String recorded,
        @Nullable List<ScopeNameBody> scopes) {
    /**
     * A scope.
     *
     * @param scope code of {@code consent-scope}
     * @param country ISO 3166-1, of {@code CS-TRANSFER-COUNTRY}
     */
    public record ScopeNameBody(
            @Nullable String scope, @Nullable String country) {}

    /** What it makes of the consent; code of {@code consent-state}. */
    String step() {
        return whole() ? Consent.WITHDRAWN : Consent.NARROWED;
    }

    private boolean whole() {
        return scopes == null || scopes.isEmpty();
    }

    /** The consent as it stands then: what is taken back is a no, also where nobody had asked. */
    Consent check(Checks checks, ConsentChecks consents, Consent before) {
        UncertainDate on = checks.date("/date", checks.required("/date", date));
        String how = checks.code("consent-form", "/recorded", checks.required("/recorded", recorded));
        List<ScopeName> named =
                checks.each("/scopes", scopes, (at, each) -> consents.scope(at, each.scope(), each.country(), checks));
        checks.throwIfAny();
        UncertainDate said = sure(on);
        Set<ScopeName> gone = whole() ? before.answered() : Set.copyOf(named);
        List<ScopeAnswer> answers = new ArrayList<>();
        before.scopes().forEach(answer -> answers.add(gone.contains(answer.name()) ? answer.refused(said) : answer));
        named.stream()
                .filter(name -> !before.answered().contains(name))
                .forEach(name -> answers.add(new ScopeAnswer(name.scope(), name.country(), ScopeAnswer.NO, said)));
        List<Withdrawal> withdrawals = new ArrayList<>(before.withdrawals());
        withdrawals.add(new Withdrawal(said, sure(how), named));
        return before.with(step(), answers, withdrawals);
    }
}
