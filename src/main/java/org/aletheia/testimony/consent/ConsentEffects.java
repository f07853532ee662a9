package org.aletheia.testimony.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.ConsentRefusal;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.Restrictions;
import org.aletheia.access.Shares;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.consent.Consent.Withdrawal;
import org.aletheia.testimony.consent.ConsentRegister.Covered;

/**
 * What a consent does to everything that it governs, in the transaction that writes it: also where the records are closed to
 * whoever writes it down.
 */
@ApplicationScoped
class ConsentEffects {
    /** What ends a share that stands; what was not asked, or is to be asked again, only keeps new ones from being given. */
    private static final Set<ConsentRefusal> FIRM = EnumSet.of(ConsentRefusal.REFUSED, ConsentRefusal.NOT_TO_BODY);

    private final AccessGuard guard;
    private final ConsentRegister register;
    private final ConsentAnswers answers;
    private final Scopes scopes;
    private final BodyPromises promises;
    private final WithdrawalNotices notices;
    private final Closures closures;
    private final Shares shares;
    private final Restrictions restrictions;
    private final Journal journal;

    ConsentEffects(
            AccessGuard guard,
            ConsentRegister register,
            ConsentAnswers answers,
            Scopes scopes,
            BodyPromises promises,
            WithdrawalNotices notices,
            Closures closures,
            Shares shares,
            Restrictions restrictions,
            Journal journal) {
        this.guard = guard;
        this.register = register;
        this.answers = answers;
        this.scopes = scopes;
        this.promises = promises;
        this.notices = notices;
        this.closures = closures;
        this.shares = shares;
        this.restrictions = restrictions;
        this.journal = journal;
    }

    /** A new one. What another closed whose place it takes is open again, as far as this one allows. */
    void given(RecordVersion<Consent> made) {
        UUID renewed = made.content().renews();
        each(made, List.of(), (covered, event) -> {
            if (renewed != null) {
                RecordName earlier = new RecordName(RecordKind.CONSENT, renewed);
                closures.reopen(covered.kind(), covered.id(), ClosureGround.CONSENT_WITHDRAWN, earlier, event);
                closures.reopen(covered.kind(), covered.id(), ClosureGround.CONSENT_LIMITS, earlier, event);
            }
            limit(made, covered, event);
        });
    }

    /** One that was handed in with a statement, the only record that it governs yet; who did so does not see what it governs. */
    void handedIn(RecordVersion<Consent> made, Covered statement) {
        limit(made, statement, tell(made, statement, List.of()));
    }

    /** One that was written anew; a mere correction of other members changes nothing about the records. */
    void written(Consent before, RecordVersion<Consent> next) {
        Consent now = next.content();
        boolean same = before.state().equals(now.state())
                && before.scopes().equals(now.scopes())
                && before.records().equals(now.records());
        if (!same) {
            each(next, List.of(), (covered, event) -> limit(next, covered, event));
        }
    }

    /** One of which all or something was taken back just now. */
    void withdrawn(RecordVersion<Consent> next) {
        Withdrawal last = next.content().withdrawals().getLast();
        Predicate<MemberOrganisation> concerned = concerned(last);
        notices.open(next, last, concerned);
        each(next, last.scopes(), (covered, event) -> {
            limit(next, covered, event);
            // a narrative that reached a prosecutor by it may still be in the index
            restrictions.add(covered.kind(), covered.id(), null, event);
        });
    }

    /** Whom a withdrawal concerns: of what bodies receive, those that do; of anything else all. */
    private Predicate<MemberOrganisation> concerned(Withdrawal last) {
        boolean ofBodies = !last.scopes().isEmpty()
                && last.scopes().stream()
                        .allMatch(name -> scopes.ofBody(name.scope()) || scopes.ofCountry(name.scope()));
        return body -> !ofBodies || named(last, body);
    }

    private boolean named(Withdrawal last, MemberOrganisation body) {
        BodyPromise promise = promises.of(body.id());
        return last.scopes().stream()
                .anyMatch(name -> name.country() == null
                        ? name.scope().equals(promise.type())
                        : name.country().equals(promise.country()));
    }

    private void limit(RecordVersion<Consent> consent, Covered covered, UUID event) {
        RecordName basis = new RecordName(RecordKind.CONSENT, consent.id());
        boolean withdrawn = consent.content().isWithdrawn();
        boolean limited = consent.content().scopes().stream()
                .anyMatch(answer -> scopes.closes(answer.scope()) && !answer.allows());
        if (withdrawn) {
            closures.close(covered.kind(), covered.id(), ClosureGround.CONSENT_WITHDRAWN, basis, event);
        } else if (limited) {
            closures.close(covered.kind(), covered.id(), ClosureGround.CONSENT_LIMITS, basis, event);
        } else {
            closures.reopen(covered.kind(), covered.id(), ClosureGround.CONSENT_LIMITS, basis, event);
        }
        if (!withdrawn) { // what is closed to everybody need not be ended for some
            shares.close(covered.kind(), covered.id(), body -> refuses(covered, body));
        }
    }

    private boolean refuses(Covered covered, MemberOrganisation body) {
        return !Collections.disjoint(answers.against(covered.kind(), covered.id(), body), FIRM);
    }

    /** An event in the history of each record that it governs, and what follows from it. */
    private void each(RecordVersion<Consent> consent, List<ScopeName> changed, BiConsumer<Covered, UUID> then) {
        List<String> codes = changed.stream().map(ScopeName::code).toList();
        for (Covered covered : register.covers(consent.id())) {
            then.accept(covered, tell(consent, covered, codes));
        }
    }

    private UUID tell(RecordVersion<Consent> consent, Covered covered, List<String> changed) {
        return journal.append(guard.event(CustodyEventTypes.CONSENT_CHANGED, covered.kind(), covered.id())
                        .reason(consent.content().state())
                        .detail("consent", consent.id().toString())
                        .detail("scopes", changed)
                        .build())
                .eventId();
    }
}
