package org.aletheia.testimony.statement;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.aletheia.access.ConsentRefusal;
import org.aletheia.access.ConsentSource;
import org.aletheia.access.RecordKind;
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
import org.aletheia.testimony.TestimonyChecks;
import org.aletheia.testimony.statement.store.StatementLinks;
import org.jspecify.annotations.Nullable;

/**
 * Statements. Before a full account of a person with a protection need is stored the guidance is shown, and is answered
 * with a reason that stays in the record.
 */
@Singleton
public class Statements extends LinkedRecords<Statement> {
    private static final int MOST = 1000;

    private final RecordDesk desk;
    private final StatementLinks links;
    private final TestimonyChecks testimony;
    private final NarrativeWords narratives;
    private final ConsentSource consents;
    private final Instance<StatementWatch> watches;

    Statements(
            RecordStore<Statement> store,
            RecordDesk desk,
            StatementLinks links,
            TestimonyChecks testimony,
            NarrativeWords narratives,
            ConsentSource consents,
            Instance<StatementWatch> watches) {
        super(RecordKind.STATEMENT, store, desk);
        this.links = links;
        this.desk = desk;
        this.testimony = testimony;
        this.narratives = narratives;
        this.consents = consents;
        this.watches = watches;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * Makes a statement.
     *
     * @param key the Idempotency-Key, if any
     * @throws ProblemException {@code forbidden}, also for a claim narrative by who may not see one; {@code
     *     invalid-request}; {@code guidance-required}, with which nothing is stored
     */
    @Transactional
    public RecordVersion<Statement> create(@Nullable String key, StatementBody body) {
        return create(key, "statements", body, checks -> check(body, checks, Stream.empty()));
    }

    /**
     * What the body of a new statement says.
     *
     * @param besides what is to be written together with it
     * @throws ProblemException as {@link #create}
     */
    public Statement check(StatementBody body, Checks checks, Stream<Statement> besides) {
        return guided(consented(null, written(body.check(checks, testimony)), checks), besides);
    }

    /**
     * Writes a statement that the caller hands in for another organisation, in their transaction. Of a new person, with no words yet and
     * open to nobody: so nothing else follows from it.
     *
     * @param checks which know the person
     * @throws ProblemException as {@link #create}
     */
    @Transactional(TxType.MANDATORY)
    public RecordVersion<Statement> handIn(
            HandedInFor to, UUID person, Protection protection, StatementBody body, Checks checks) {
        Statement said = check(body.handedIn(person, checks), checks, Stream.empty());
        return handIn(to.statement(), to, protection, said);
    }

    /** {@inheritDoc} With each, what it says of the words of a claim, and what else follows from that it was given. */
    @Override
    public void addAll(List<RecordVersion<Statement>> firsts) {
        super.addAll(firsts);
        firsts.forEach(this::stated);
    }

    /** Who inquires or prosecutes writes no claim narrative, also where one is open to them: else they could open it wider. */
    private Statement written(Statement said) {
        if (said.kind().equals(Statement.CLAIM_NARRATIVE) && !desk.guard().readsClaimNarratives()) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return said;
    }

    /**
     * To whom a narrative is opened, the consents agree to that are recorded here: {@code consent-not-of-record} for one that
     * does not govern the statement, and the codes of {@link ConsentRefusal}. What is only found on paper is taken at its word.
     */
    private Statement consented(@Nullable UUID id, Statement said, Checks checks) {
        for (int i = 0; i < said.openTo().size(); i++) {
            NarrativeOpening opening = said.openTo().get(i);
            String at = "/openTo/" + i;
            boolean governs = consent(opening.consent())
                    .map(consent -> id != null && consents.governs(consent, RecordKind.STATEMENT, id))
                    .orElse(true);
            checks.findings().require(governs, at + "/consent", "consent-not-of-record");
            if (id != null) {
                consents.against(RecordKind.STATEMENT, id, opening.scope())
                        .forEach(refusal -> checks.findings().add(at + "/scope", refusal.code()));
            }
        }
        checks.throwIfAny();
        return said;
    }

    private static Optional<UUID> consent(String reference) {
        try {
            return Optional.of(Ids.parse(reference));
        } catch (MalformedValueException e) {
            return Optional.empty(); // the number of a paper
        }
    }

    private RecordVersion<Statement> stated(RecordVersion<Statement> next) {
        narratives.state(next);
        watches.forEach(watch -> watch.written(next));
        return next;
    }

    /**
     * Writes what is said about a statement anew. Kind and person stay, and so do all versions.
     *
     * @throws ProblemException as {@link LinkedRecords#revise}; {@code guidance-required}; {@code forbidden} of a claim
     *     narrative for who inquires or prosecutes
     */
    @Transactional
    public RecordVersion<Statement> revise(UUID id, IntConsumer precondition, StatementBody body) {
        return stated(revise(
                id,
                precondition,
                body,
                (checks, before) ->
                        guided(consented(id, body.check(checks, testimony, written(before)), checks), Stream.empty())));
    }

    /**
     * Adds a transcript, a translation, a correction by the person, or what was given where that was not there yet.
     *
     * @throws ProblemException as {@link LinkedRecords#revise}
     */
    @Transactional
    public RecordVersion<Statement> add(UUID id, IntConsumer precondition, VersionBody body) {
        return stated(revise(id, precondition, VersionBody.AS_BEFORE, (checks, before) -> written(before)
                .with(body.check(checks, testimony, before))));
    }

    /**
     * What a statement would be with one version more; writes nothing, and keeps a statement that is written as it is until the
     * caller's transaction ends.
     *
     * @param before as far as it is not written yet; null for one that is
     * @throws ProblemException as {@link #add}
     */
    public RecordVersion<Statement> draftVersion(
            UUID id, @Nullable RecordVersion<Statement> before, VersionBody body, Checks checks) {
        RecordVersion<Statement> now = before == null ? lockToRevise(id) : before;
        Statement said = written(now.content());
        return now.revised(said.with(body.check(checks, testimony, said)), now.protection(), desk.now());
    }

    /** Writes such drafts in their order, in the caller's transaction, which has made or locked the statements. */
    public void addVersions(List<RecordVersion<Statement>> nexts) {
        rewriteAll(nexts);
        nexts.forEach(this::stated);
    }

    /**
     * Those that these persons gave, that speak of these acts, or whose words are in these items, as far as the caller may
     * list them, by id; to be told to the journal by whoever shows them.
     *
     * @param most how many at most
     */
    public List<RecordVersion<Statement>> linkedTo(Set<UUID> persons, Set<UUID> acts, Set<UUID> items, int most) {
        List<UUID> found = links.of(persons, acts, items, most);
        return among(found).stream()
                .sorted(Comparator.comparing(RecordVersion::id))
                .toList();
    }

    private Statement guided(Statement said, Stream<Statement> besides) {
        if (said.fullAccount() && said.guidanceReason() == null) {
            Set<String> needs = needs(said);
            besides.filter(other -> other.givenBy().equals(said.givenBy()))
                    .forEach(other -> needs.addAll(other.protectionNeeds()));
            if (!needs.isEmpty()) {
                throw new ProblemException(
                        ProblemType.GUIDANCE_REQUIRED, Map.of("kind", said.kind(), "needs", List.copyOf(needs)));
            }
        }
        return said;
    }

    /** What this and the person's other statements say, as far as the caller may list these. */
    private Set<String> needs(Statement said) {
        Map<String, Object> ofPerson = Map.of("givenBy", said.givenBy());
        Set<String> needs = new TreeSet<>(said.protectionNeeds());
        matching(ofPerson, MOST).forEach(other -> needs.addAll(other.content().protectionNeeds()));
        return needs;
    }
}
