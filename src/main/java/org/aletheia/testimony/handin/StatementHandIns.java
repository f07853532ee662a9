package org.aletheia.testimony.handin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Delegations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.HandIn;
import org.aletheia.evidence.HandIns;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.HandedInFor;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.UnnamedPersons;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.testimony.consent.ConsentBody;
import org.aletheia.testimony.consent.Consents;
import org.aletheia.testimony.statement.Statement;
import org.aletheia.testimony.statement.StatementBody;
import org.aletheia.testimony.statement.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Takes statements for organisations that let the caller's hand in for them. Statement, the pseudonym of who gave it and consent are
 * that organisation's from the first moment; the caller keeps receipts, and sees none of it.
 */
@ApplicationScoped
public class StatementHandIns {
    private final AccessGuard guard;
    private final Delegations delegations;
    private final ChecksFactory checks;
    private final UnnamedPersons persons;
    private final Statements statements;
    private final Consents consents;
    private final HandIns handIns;
    private final Idempotency idempotency;

    StatementHandIns(
            AccessGuard guard,
            Delegations delegations,
            ChecksFactory checks,
            UnnamedPersons persons,
            Statements statements,
            Consents consents,
            HandIns handIns,
            Idempotency idempotency) {
        this.guard = guard;
        this.delegations = delegations;
        this.checks = checks;
        this.persons = persons;
        this.statements = statements;
        this.consents = consents;
        this.handIns = handIns;
        this.idempotency = idempotency;
    }

    /**
     * Hands one in. One transaction: the pseudonym, the statement, the consent and what it closes, with revision, event and receipt of
     * each; all of it or nothing.
     *
     * @param key the Idempotency-Key, if any: a repeated request gets the receipts of the first
     * @throws ProblemException {@code forbidden} for who hands nothing in, or may not make all of it for their own organisation; {@code invalid-request}, with
     *     {@code no-delegation} where the organisation does not let the caller's hand statements in, is frozen, has ended or never was;
     *     {@code guidance-required}
     */
    @Transactional
    public StatementHandIn handIn(@Nullable String key, StatementHandInBody body) {
        Principal caller = guard.requireHandingIn(RecordKind.STATEMENT);
        guard.requireCreate(RecordKind.VICTIM);
        if (body.consent() != null) {
            guard.requireCreate(RecordKind.CONSENT);
        }
        UUID statement =
                idempotency.once(key, caller.member(), "handed-in/statements", body, () -> create(body, caller));
        List<HandIn> kept = handIns.ofStatement(statement);
        return new StatementHandIn(
                of(kept, RecordKind.STATEMENT, statement),
                of(kept, RecordKind.VICTIM, statement),
                kept.stream()
                        .filter(each -> each.kind() == RecordKind.CONSENT)
                        .findFirst()
                        .orElse(null));
    }

    private HandIn of(List<HandIn> kept, RecordKind kind, UUID statement) {
        return kept.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> guard.absent(RecordKind.STATEMENT, statement));
    }

    private UUID create(StatementHandInBody body, Principal caller) {
        Findings findings = new Findings();
        String named = body.onBehalfOf();
        findings.require(named != null, "/" + HandIn.ON_BEHALF_OF, "required");
        findings.require(body.statement() != null, "/statement", "required");
        UUID owner = named == null ? null : findings.parse("/" + HandIn.ON_BEHALF_OF, () -> Ids.parse(named));
        findings.throwIfAny();
        UUID organisation = Checks.sure(owner);
        HandedInFor to = new HandedInFor(organisation, delegation(organisation), Ids.random());
        StatementBody said = Checks.sure(body.statement());
        Protection protection = at("/statement", Set.of(), found -> protection(said, caller, found));
        UUID person = persons.handIn(to, protection);
        RecordVersion<Statement> statement =
                at("/statement", Set.of(person), found -> statements.handIn(to, person, protection, said, found));
        ConsentBody consent = body.consent();
        if (consent != null) {
            at("/consent", Set.of(person), found -> consents.handIn(to, statement, consent, found));
        }
        return statement.id();
    }

    private UUID delegation(UUID owner) {
        return delegations
                .hold(owner, RecordKind.STATEMENT)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        Map.of(),
                        List.of(new Finding("/" + HandIn.ON_BEHALF_OF, HandIn.NO_DELEGATION))));
    }

    /** A compartment is a group within one organisation: another puts nothing into one. */
    private static Protection protection(StatementBody body, Principal caller, Checks found) {
        Protection asked = Protection.check(body, Protection.DEFAULT, Protection.NO_FLOOR, caller, found);
        found.findings().require(asked.compartments().isEmpty(), "/compartments", "compartment-not-held");
        found.throwIfAny();
        return asked;
    }

    /**
     * Checks one part of the body. It refers to nothing but the person that is made with it: what else there is, the caller's own and
     * the owner's, is not asked for.
     */
    private <T> T at(String part, Set<UUID> persons, Function<Checks, T> check) {
        Checks found = checks.begin(
                (intent, kind, id) -> kind == RecordKind.VICTIM && persons.contains(id),
                Checks.Named.NONE,
                (kind, id) -> kind == RecordKind.VICTIM && persons.contains(id));
        try {
            return check.apply(found);
        } catch (ProblemException e) {
            throw e.findings().isEmpty() ? e : within(part, e);
        }
    }

    private static ProblemException within(String part, ProblemException problem) {
        return new ProblemException(
                problem.type(),
                problem.params(),
                problem.findings().stream()
                        .map(each -> new Finding(part + each.pointer(), each.code(), each.params()))
                        .toList());
    }
}
