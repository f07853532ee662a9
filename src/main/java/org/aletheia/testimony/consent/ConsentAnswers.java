package org.aletheia.testimony.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.ConsentRefusal;
import org.aletheia.access.ConsentSource;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.CountryCode;
import org.aletheia.testimony.consent.Consent.Condition;
import org.aletheia.testimony.consent.ConsentRegister.Said;
import org.aletheia.testimony.consent.ConsentRegister.Terms;
import org.jspecify.annotations.Nullable;

/** Reads off the consents what they allow. Of several that govern one record all must allow it. */
@ApplicationScoped
class ConsentAnswers implements ConsentSource {
    private final ConsentRegister register;
    private final BodyPromises promises;
    private final Scopes scopes;
    private final Clock clock;

    ConsentAnswers(ConsentRegister register, BodyPromises promises, Scopes scopes, Clock clock) {
        this.register = register;
        this.promises = promises;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Set<ConsentRefusal>> against(RecordKind kind, Collection<UUID> records, MemberOrganisation body) {
        BodyPromise promise = promises.of(body.id());
        return refusals(kind, records, terms -> against(terms, promise));
    }

    @Override
    public Set<ConsentRefusal> against(RecordKind kind, UUID record, String scope) {
        return refusals(kind, Set.of(record), terms -> against(terms, scope)).getOrDefault(record, Set.of());
    }

    @Override
    public boolean governs(UUID consent, RecordKind kind, UUID record) {
        return of(kind, Set.of(record)).stream().anyMatch(said -> said.consent().equals(consent));
    }

    private List<Said> of(RecordKind kind, Collection<UUID> records) {
        return ConsentChecks.GIVEN.contains(kind) && !records.isEmpty() ? register.of(kind, records) : List.of();
    }

    private Map<UUID, Set<ConsentRefusal>> refusals(
            RecordKind kind, Collection<UUID> records, Function<Terms, Set<ConsentRefusal>> judge) {
        Map<UUID, Set<ConsentRefusal>> found = new HashMap<>();
        for (Said said : of(kind, records)) {
            Set<ConsentRefusal> refused = judge.apply(said.terms());
            if (!refused.isEmpty()) {
                found.computeIfAbsent(said.record(), none -> EnumSet.noneOf(ConsentRefusal.class))
                        .addAll(refused);
            }
        }
        return found;
    }

    private Set<ConsentRefusal> against(Terms terms, BodyPromise body) {
        Set<ConsentRefusal> found = against(terms, body.type());
        if (found.contains(ConsentRefusal.WITHDRAWN)) {
            return found;
        }
        country(terms, body.country(), found);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Condition condition : terms.conditions()) {
            if (condition.until() != null && today.isBefore(LocalDate.parse(condition.until()))) {
                found.add(ConsentRefusal.EMBARGO);
            }
            if (body.organisation().equals(condition.organisation())) {
                found.add(ConsentRefusal.NOT_TO_BODY);
            }
        }
        return found;
    }

    private static Set<ConsentRefusal> against(Terms terms, String scope) {
        Set<ConsentRefusal> found = EnumSet.noneOf(ConsentRefusal.class);
        if (terms.state().equals(Consent.WITHDRAWN)) {
            found.add(ConsentRefusal.WITHDRAWN);
        } else {
            answered(terms, new ScopeName(scope, null), found);
        }
        return found;
    }

    /** Whoever answers for some countries has said nothing for the others; whoever answers for none leaves it to the body. */
    private void country(Terms terms, @Nullable CountryCode country, Set<ConsentRefusal> found) {
        scopes.country()
                .filter(scope -> terms.scopes().stream()
                        .anyMatch(answer -> answer.scope().equals(scope)))
                .ifPresent(scope -> {
                    if (country == null) {
                        found.add(ConsentRefusal.NOT_ASKED);
                    } else {
                        answered(terms, new ScopeName(scope, country), found);
                    }
                });
    }

    private static void answered(Terms terms, ScopeName name, Set<ConsentRefusal> found) {
        terms.scopes().stream()
                .filter(answer -> answer.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        answer -> {
                            if (!answer.allows()) {
                                found.add(
                                        answer.answer().equals(ScopeAnswer.ASK_AGAIN)
                                                ? ConsentRefusal.ASK_AGAIN
                                                : ConsentRefusal.REFUSED);
                            }
                        },
                        () -> found.add(ConsentRefusal.NOT_ASKED));
    }
}
