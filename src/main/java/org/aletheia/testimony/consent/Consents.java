package org.aletheia.testimony.consent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.HandedInFor;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.testimony.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Consents. What follows from one follows in the transaction that writes it: events in the history of everything that it
 * governs, closures, the end of shares, and notices to whom it went before.
 */
@Singleton
public class Consents extends LinkedRecords<Consent> {
    private final RecordDesk desk;
    private final ConsentChecks checks;
    private final ConsentEffects effects;
    private final ConsentRegister register;

    Consents(
            RecordStore<Consent> store,
            RecordDesk desk,
            ConsentChecks checks,
            ConsentEffects effects,
            ConsentRegister register) {
        super(RecordKind.CONSENT, store, desk);
        this.desk = desk;
        this.checks = checks;
        this.effects = effects;
        this.register = register;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * Records a consent, or one in the place of a withdrawn one, which opens again what that one closed and this one governs.
     * It is held at least as strictly as the records that it names.
     *
     * @throws ProblemException {@code forbidden}, {@code invalid-request}
     */
    @Transactional
    public RecordVersion<Consent> create(@Nullable String key, ConsentBody body) {
        Principal caller = desk.guard().requireCreate(RecordKind.CONSENT);
        return once(key, "consents", body, () -> {
            Optional<RecordVersion<Consent>> renewed = renewed(body);
            Protection floor =
                    floor(body).atLeast(renewed.map(RecordVersion::protection).orElse(Protection.NO_FLOOR));
            Checks found = desk.checks();
            Protection held = Protection.check(body, floor.atLeast(Protection.DEFAULT), floor, caller, found);
            RecordVersion<Consent> made = add(caller, held, first(found, body, renewed));
            effects.given(made);
            return made;
        });
    }

    /**
     * Records the consent that was given with a statement that the caller hands in for another organisation, in their transaction and
     * after the statement. It is held as that is, and closes it at once where it says so.
     *
     * @param checks which know the person
     * @throws ProblemException {@code invalid-request}
     */
    @Transactional(TxType.MANDATORY)
    public RecordVersion<Consent> handIn(
            HandedInFor to, RecordVersion<Statement> statement, ConsentBody body, Checks found) {
        RecordName given = new RecordName(RecordKind.STATEMENT, statement.id());
        Consent said = body.handedIn(found, checks, statement.content().givenBy(), given);
        RecordVersion<Consent> made = handIn(newId(), to, statement.protection(), said);
        effects.handedIn(made, new ConsentRegister.Covered(given.kind(), given.id(), statement.protection()));
        return made;
    }

    private Consent first(Checks found, ConsentBody body, Optional<RecordVersion<Consent>> renewed) {
        Consent earlier = renewed.map(RecordVersion::content).orElse(null);
        found.findings().require(body.renews() == null || earlier != null, "/renews", "reference-unknown");
        Consent said = body.check(found, checks, null, earlier);
        found.findings().require(earlier == null || earlier.isWithdrawn(), "/renews", "not-withdrawn");
        boolean same = earlier == null || earlier.subject().equals(said.subject());
        found.findings().require(same, "/subject", "person-fixed");
        found.throwIfAny();
        return said;
    }

    private Optional<RecordVersion<Consent>> renewed(ConsentBody body) {
        return id(body.renews()).flatMap(this::find).filter(found -> desk.guard()
                .permits(AccessIntent.REVISE, found.guarded()));
    }

    /**
     * Writes a consent anew: what the person answered since, or records that were given under it too. Nothing gets narrower
     * by it, and no record leaves it: that is {@link #withdraw}.
     *
     * @throws ProblemException as {@link LinkedRecords#revise}; {@code state-refused} of a withdrawn one
     */
    @Transactional
    public RecordVersion<Consent> revise(UUID id, IntConsumer precondition, ConsentBody body) {
        Protection floor = floor(body);
        Protection before = find(id).map(RecordVersion::protection).orElse(Protection.NO_FLOOR);
        List<Consent> held = new ArrayList<>(1);
        RecordVersion<Consent> next = revise(id, precondition, body, (found, current) -> {
            requireStanding(current);
            strictEnough(found, body, before, floor);
            held.add(current);
            return body.check(found, checks, current, null);
        });
        effects.written(held.getFirst(), next);
        return next;
    }

    /**
     * Takes back a consent, or some scopes of it. One transaction: the revision; an event in the history of each record that
     * it governs, and with it their closure; the end of shares with bodies that may have them no more; a notice to each body
     * that ever got any of it. From the commit on no read, list or search shows what is closed, and no share is given.
     * Nothing is destroyed by it.
     *
     * @throws ProblemException {@code not-found}, {@code invalid-request}, {@code state-refused} of a withdrawn one
     */
    @Transactional
    public RecordVersion<Consent> withdraw(UUID id, ConsentWithdrawalBody body) {
        RecordVersion<Consent> next =
                advance(id, Set.of(AccessIntent.REVISE), body.step(), revision -> {}, (found, before) -> {
                    requireStanding(before.content());
                    return body.check(found, checks, before.content());
                });
        effects.withdrawn(next);
        return next;
    }

    /**
     * To which member organisations any of what it governs ever went, oldest first.
     *
     * @throws ProblemException {@code not-found}
     */
    @Transactional
    public List<ConsentRegister.Given> recipients(UUID id) {
        return register.recipients(get(id).id());
    }

    private static void requireStanding(Consent current) {
        if (current.isWithdrawn()) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }

    /** How strictly the records are held that it names, as far as the caller sees them. */
    private Protection floor(ConsentBody body) {
        List<RecordName> named = new ArrayList<>();
        if (body.records() != null) {
            body.records().stream().filter(Objects::nonNull).forEach(each -> id(each.id())
                    .ifPresent(id -> ConsentChecks.GIVEN.stream()
                            .filter(kind -> kind.code().equals(each.kind()))
                            .forEach(kind -> named.add(new RecordName(kind, id)))));
        }
        return desk.directory().hold(named).values().stream().reduce(Protection.NO_FLOOR, Protection::atLeast);
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Ids.parse(text));
        } catch (MalformedValueException e) {
            return Optional.empty(); // told where the body is checked
        }
    }

    private void strictEnough(Checks found, ConsentBody body, Protection before, Protection floor) {
        Protection asked =
                Protection.check(body, before, Protection.NO_FLOOR, desk.guard().principal(), desk.checks());
        found.findings().require(!floor.narrowerThan(asked), "/classification", "classification-too-open");
    }
}
