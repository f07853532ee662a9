package org.aletheia.testimony.consent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.Shares;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.testimony.consent.Consent.Withdrawal;
import org.aletheia.testimony.consent.ConsentRegister.Covered;
import org.aletheia.testimony.consent.ConsentRegister.Given;
import org.jspecify.annotations.Nullable;

/** Tells whoever has something that its giver took back what they had agreed to, and takes their answers. */
@Singleton
public class WithdrawalNotices extends LinkedRecords<WithdrawalNotice> {
    /** What went to parties that are no members: known from the log alone. */
    private static final Set<String> OUTSIDE =
            Set.of(CustodyEventTypes.HANDED_OVER.code(), CustodyEventTypes.DISCLOSED.code());

    private static final int MOST = 1000;

    private final RecordDesk desk;
    private final ConsentRegister register;
    private final MemberOrganisations organisations;
    private final Scopes scopes;
    private final Shares shares;
    private final Happened happened;
    private final Journal journal;

    WithdrawalNotices(
            RecordStore<WithdrawalNotice> store,
            RecordDesk desk,
            ConsentRegister register,
            MemberOrganisations organisations,
            Scopes scopes,
            Shares shares,
            Happened happened,
            Journal journal) {
        super(RecordKind.WITHDRAWAL_NOTICE, store, desk);
        this.desk = desk;
        this.register = register;
        this.organisations = organisations;
        this.scopes = scopes;
        this.shares = shares;
        this.happened = happened;
        this.journal = journal;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * Makes a notice to each body that ever got any of it, and to each hand-over to a party outside, in the caller's
     * transaction; the member organisations see theirs from the commit on.
     */
    void open(RecordVersion<Consent> consent, Withdrawal last, Predicate<MemberOrganisation> concerned) {
        List<Covered> covered = register.covers(consent.id());
        Map<UUID, Set<RecordName>> byRecipient = new LinkedHashMap<>();
        for (Given given : register.recipients(consent.id())) {
            byRecipient
                    .computeIfAbsent(given.recipient(), none -> new LinkedHashSet<>())
                    .add(new RecordName(given.kind(), given.id()));
        }
        byRecipient.forEach((recipient, records) -> {
            if (concerned.test(organisations.get(recipient))) {
                RecordVersion<WithdrawalNotice> made =
                        tell(consent, last, List.copyOf(records), recipient, null, covered);
                shares.open(made.guarded(), recipient, desk.guard().principal().member());
            }
        });
        for (Covered record : covered) {
            for (ChainEntry entry : happened.to(record.kind(), record.id(), OUTSIDE)) {
                RecordName name = new RecordName(record.kind(), record.id());
                tell(consent, last, List.of(name), null, entry.eventId(), covered);
            }
        }
    }

    private RecordVersion<WithdrawalNotice> tell(
            RecordVersion<Consent> consent,
            Withdrawal last,
            List<RecordName> records,
            @Nullable UUID recipient,
            @Nullable UUID event,
            List<Covered> covered) {
        Principal caller = desk.guard().principal();
        List<String> codes = last.scopes().stream().map(ScopeName::code).toList();
        Protection strictest = covered.stream()
                .filter(each -> records.contains(new RecordName(each.kind(), each.id())))
                .map(Covered::protection)
                .reduce(Protection.NO_FLOOR, Protection::atLeast);
        // a compartment is no reason not to be told: what lies in one went to nobody while it lay there
        Protection open = new Protection(strictest.classification(), Set.of());
        RecordVersion<WithdrawalNotice> made = add(
                caller,
                open,
                new WithdrawalNotice(
                        consent.id(),
                        codes,
                        last.date(),
                        records,
                        recipient,
                        event,
                        WithdrawalNotice.OPEN,
                        null,
                        null));
        tell(made);
        return made;
    }

    /**
     * Answers a notice; a later answer takes the place of an earlier one, which stays in the revisions.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} to others than the body that was told; {@code
     *     invalid-request}; and what the precondition throws
     */
    @Transactional
    public RecordVersion<WithdrawalNotice> answer(UUID id, IntConsumer precondition, NoticeAnswerBody body) {
        Principal caller = desk.guard().principal();
        RecordVersion<WithdrawalNotice> next =
                advance(id, Set.of(AccessIntent.HANDLE), "answered", precondition, (checks, before) -> {
                    UUID told = before.content().recipient();
                    UUID answers = told == null ? before.ownerOrg() : told;
                    if (!answers.equals(caller.organisation())) {
                        throw new ProblemException(ProblemType.FORBIDDEN);
                    }
                    return body.check(checks, scopes, before.content(), caller.member());
                });
        tell(next);
        return next;
    }

    /** The notices of one consent that the caller may list. */
    List<RecordVersion<WithdrawalNotice>> of(UUID consent) {
        return matching(Map.of("consent", consent.toString()), MOST);
    }

    private void tell(RecordVersion<WithdrawalNotice> notice) {
        WithdrawalNotice said = notice.content();
        journal.append(desk.guard()
                .event(CustodyEventTypes.WITHDRAWAL_NOTICE, RecordKind.WITHDRAWAL_NOTICE, notice.id())
                .reason(said.state())
                .detail("consent", said.consent().toString())
                .detail(
                        "recipient",
                        said.recipient() == null ? null : said.recipient().toString())
                .detail("scopes", said.scopes())
                .build());
    }
}
