package org.aletheia.reparations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.claim.Ruling;
import org.aletheia.reparations.delivery.DeliveryDraft;
import org.aletheia.reparations.delivery.DeliveryEntries;
import org.aletheia.reparations.proceedings.Proceeding;
import org.aletheia.reparations.proceedings.Step;
import org.aletheia.reparations.proceedings.StepDraft;
import org.aletheia.reparations.proceedings.StepRefused;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.Offsets;
import org.jspecify.annotations.Nullable;

/**
 * What victims claim, from filing to delivery. Each step and each entry of the delivery ledger is one transaction: the row,
 * a revision and an event that names the step are there together or not at all.
 */
@Singleton
public class ReparationClaims extends LinkedRecords<ReparationClaim> {
    private static final Set<ClaimStatus> REVISABLE =
            Set.of(ClaimStatus.DRAFT, ClaimStatus.SUBMITTED, ClaimStatus.ACKNOWLEDGED, ClaimStatus.DEFICIENT);

    private final RecordDesk desk;
    private final ClaimNumbers numbers;
    private final Narratives narratives;
    private final ClaimRules rules;
    private final Offsets offsets;

    ReparationClaims(
            RecordStore<ReparationClaim> store,
            RecordDesk desk,
            ClaimNumbers numbers,
            Narratives narratives,
            ClaimRules rules) {
        super(RecordKind.REPARATION_CLAIM, store, desk);
        this.desk = desk;
        this.numbers = numbers;
        this.narratives = narratives;
        this.rules = rules;
        this.offsets = new Offsets(rules.offsets());
    }

    @Override
    public RecordVersion<ReparationClaim> draft(
            @Nullable Whole whole,
            ProtectionBody body,
            Checks checks,
            Function<Whole, Optional<Protection>> held,
            Function<Checks, ReparationClaim> content) {
        return super.draft(whole, body, checks, held, found -> {
            ReparationClaim said = content.apply(found);
            if (said.narrative() != null) {
                narratives.check(said.narrative(), found);
            }
            found.throwIfAny();
            return said;
        });
    }

    /** Also closes each narrative to those whom its claimant has not admitted. */
    @Override
    public void addAll(List<RecordVersion<ReparationClaim>> firsts) {
        super.addAll(firsts);
        firsts.forEach(narratives::state);
    }

    /**
     * Changes what is claimed; not once it is being decided.
     *
     * @throws ProblemException as its parent, and {@code state-refused}
     */
    @Override
    @Transactional
    public RecordVersion<ReparationClaim> revise(
            UUID id,
            IntConsumer precondition,
            ProtectionBody body,
            BiFunction<Checks, ReparationClaim, ReparationClaim> content) {
        RecordVersion<ReparationClaim> next = super.revise(id, precondition, body, (checks, before) -> {
            if (!REVISABLE.contains(before.status())) {
                throw StepRefused.revision(before.status());
            }
            ReparationClaim said = content.apply(checks, before);
            if (said.narrative() != null && !said.narrative().equals(before.narrative())) {
                narratives.check(said.narrative(), checks);
            }
            checks.throwIfAny();
            return said;
        });
        narratives.state(next);
        return next;
    }

    /**
     * Takes a claim one step further.
     *
     * @param draft makes the step of what the caller wrote; throws what it finds
     * @throws ProblemException {@code not-found}, also where the step is not the caller's to take; {@code state-refused},
     *     {@code invalid-request}, and what the precondition throws
     */
    @Transactional
    public RecordVersion<ReparationClaim> take(
            UUID id, IntConsumer precondition, Step step, Function<Checks, StepDraft> draft) {
        return advance(id, step.side().rights(), step.code(), precondition, (checks, before) -> {
            if (!step.from(before.content().status())) {
                throw StepRefused.step(before.content().status(), step);
            }
            StepDraft wanted = draft.apply(checks);
            Proceeding proceeding = new Proceeding(
                    offsets, checks.findings(), today(), rules.inForce().edition());
            return proceeding.take(before.content(), wanted, by(), numbers::next);
        });
    }

    /**
     * Adds an entry to the delivery ledger.
     *
     * @throws ProblemException as {@link #take}
     */
    @Transactional
    public RecordVersion<ReparationClaim> deliver(
            UUID id, IntConsumer precondition, String kind, Function<Checks, DeliveryDraft> draft) {
        Set<AccessIntent> rights = DeliveryEntries.side(kind).rights();
        return advance(id, rights, "deliver-" + kind, precondition, (checks, before) -> {
            DeliveryDraft wanted = draft.apply(checks);
            return DeliveryEntries.add(before.content(), wanted, by(), checks.findings());
        });
    }

    /**
     * What would be owed by an assessment; changes nothing.
     *
     * @throws ProblemException {@code not-found} unless the caller may decide, {@code invalid-request}
     */
    public Computation compute(UUID id, Function<Checks, Assessment> assessment) {
        desk.directory().require(AccessIntent.DECIDE, RecordKind.REPARATION_CLAIM, id);
        ReparationClaim claim = get(id).content();
        Checks checks = desk.checks();
        Assessment wanted = assessment.apply(checks);
        Computation computed =
                offsets.of(claim.losses(), claim.proceedings().settlements(), wanted, "", checks.findings());
        checks.throwIfAny();
        return Checks.sure(computed);
    }

    /** How a claim was decided in a batch; empty where it was not, or the caller may not decide it. */
    Optional<Ruling> decidedIn(UUID batch, UUID id) {
        return find(id).filter(found -> desk.guard().permits(AccessIntent.DECIDE, found.guarded()))
                .flatMap(found -> found.content().proceedings().rulings().stream()
                        .filter(ruling -> batch.equals(ruling.batch()))
                        .findFirst());
    }

    private By by() {
        Principal caller = desk.guard().principal();
        Instant now = desk.now();
        return new By(now.toString(), caller.member(), caller.organisation());
    }

    private LocalDate today() {
        return desk.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
