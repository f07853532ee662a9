package org.aletheia.testimony.consent;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Proofs;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.consent.ConsentRegister.Covered;
import org.aletheia.testimony.consent.Done.Covering;
import org.aletheia.testimony.consent.Done.Step;
import org.aletheia.testimony.consent.Done.Told;
import org.aletheia.transparency.TlogProof;
import org.jspecify.annotations.Nullable;

/** Gathers from the log what was done with what a consent governs; for who may read the consent, whatever closes the records. */
@Singleton
public class DoneWithIt {
    private static final Set<String> HANDED_ON = Set.of(
            EventTypes.SHARE_GIVEN.code(),
            EventTypes.SHARE_ENDED.code(),
            GovernanceEventTypes.SHARE_UNTIL.code(),
            GovernanceEventTypes.SHARE_PURPOSES.code(),
            CustodyEventTypes.TRANSFER_ACCEPTED.code(),
            CustodyEventTypes.HANDED_OVER.code(),
            CustodyEventTypes.DISCLOSED.code());
    private static final Set<String> CHANGES = Set.of(CustodyEventTypes.CONSENT_CHANGED.code());
    private static final Set<String> NOTICES = Set.of(CustodyEventTypes.WITHDRAWAL_NOTICE.code());

    private final ConsentRegister register;
    private final WithdrawalNotices notices;
    private final Happened happened;
    private final Chains chains;
    private final Proofs proofs;

    DoneWithIt(ConsentRegister register, WithdrawalNotices notices, Happened happened, Chains chains, Proofs proofs) {
        this.register = register;
        this.notices = notices;
        this.happened = happened;
        this.chains = chains;
        this.proofs = proofs;
    }

    /** All of it, each part in the order of the log. To be called without a transaction. */
    public Done of(UUID consent) {
        Optional<Proofs.Series> series = proofs.series();
        List<Covered> covered = register.covers(consent);
        List<Step> uses = register.uses(consent).stream()
                .flatMap(use -> chains.find(use).stream())
                .map(found -> step(
                        RecordKind.ITEM, found.entry().eventId(), found.entry().index(), found.event(), series))
                .sorted(Comparator.comparingLong(Step::index))
                .toList();
        return new Done(
                uses,
                steps(covered, HANDED_ON, series),
                changes(covered, consent, series),
                notices.of(consent).stream().map(notice -> told(notice, series)).toList());
    }

    private List<Step> changes(List<Covered> covered, UUID consent, Optional<Proofs.Series> series) {
        return steps(covered, CHANGES, series).stream()
                .filter(step -> consent.toString().equals(step.detail().get("consent")))
                .toList();
    }

    private List<Step> steps(List<Covered> covered, Set<String> types, Optional<Proofs.Series> series) {
        List<Step> steps = new ArrayList<>();
        covered.forEach(record -> happened.to(record.kind(), record.id(), types)
                .forEach(entry ->
                        steps.add(step(record.kind(), entry.eventId(), entry.index(), entry.event(), series))));
        steps.sort(Comparator.comparingLong(Step::index));
        return steps;
    }

    private Told told(RecordVersion<WithdrawalNotice> notice, Optional<Proofs.Series> series) {
        List<Step> events = happened.to(RecordKind.WITHDRAWAL_NOTICE, notice.id(), NOTICES).stream()
                .map(entry -> step(RecordKind.WITHDRAWAL_NOTICE, entry.eventId(), entry.index(), entry.event(), series))
                .toList();
        return new Told(notice, events.isEmpty() ? null : events.getLast());
    }

    private static Step step(
            RecordKind kind, UUID event, long index, DisclosedEvent disclosed, Optional<Proofs.Series> series) {
        @Nullable
        Covering covering = series.flatMap(each -> each.tlogProof(index))
                .map(TlogProof::parse)
                .map(proof ->
                        new Covering(proof.treeHead().origin(), proof.treeHead().size()))
                .orElse(null);
        return new Step(kind, event, index, disclosed, covering);
    }
}
