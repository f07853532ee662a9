package org.aletheia.incidents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The only way to another status of a missing person: one member of the organisation that owns the record proposes it with a
 * source, another one confirms it. Each step is a revision and an event under the member's own token.
 */
@Singleton
public class StatusProposals extends LinkedRecords<StatusProposal> implements Parts {
    private final RecordDesk desk;
    private final MissingPersons missing;
    private final Sources sources;

    StatusProposals(RecordStore<StatusProposal> store, RecordDesk desk, MissingPersons missing, Sources sources) {
        super(RecordKind.MISSING_STATUS_PROPOSAL, store, desk);
        this.desk = desk;
        this.missing = missing;
        this.sources = sources;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /** What is proposed, and the sources that it rests on. */
    public record Proposed(StatusProposal proposal, List<Citation> citations) {
        public Proposed {
            citations = List.copyOf(citations);
        }
    }

    /**
     * Proposes a status together with its sources, in one transaction; changes nothing of the person's record.
     *
     * @param content makes the proposal of what the caller wrote and the record as it stands
     * @throws ProblemException {@code not-found} where the caller may not revise the record; as {@link LinkedRecords#create}
     */
    @Transactional
    public RecordVersion<StatusProposal> propose(
            @Nullable String key,
            UUID person,
            ProtectionBody body,
            BiFunction<Checks, MissingPerson, Proposed> content) {
        desk.directory().require(AccessIntent.REVISE, RecordKind.MISSING_PERSON, person);
        MissingPerson now = missing.get(person).content();
        SourcedCreation<StatusProposal> with = new SourcedCreation<>(sources);
        return create(
                key,
                "missing-status-proposals/" + person,
                new Whole(RecordKind.MISSING_PERSON, person),
                body,
                checks -> {
                    Proposed said = content.apply(checks, now);
                    return with.said(said.proposal(), said.citations());
                },
                with);
    }

    /**
     * Decides about an open proposal. A confirmation and the new status are one transaction. The person's record is locked
     * first, as by every other change of it.
     *
     * @throws ProblemException {@code not-found}; {@code second-person-required} where who proposed would confirm or refuse, or
     *     another would withdraw; {@code state-refused} where it is decided already, or the status has changed since
     */
    @Transactional
    public RecordVersion<StatusProposal> decide(UUID id, StatusProposal.Outcome outcome) {
        RecordVersion<StatusProposal> found =
                find(id).orElseThrow(() -> desk.guard().absent(kind(), id));
        desk.guard().check(AccessIntent.REVISE, found.guarded());
        UUID member = desk.guard().principal().member();
        boolean own = member.equals(found.content().proposedBy());
        if (own != (outcome == StatusProposal.Outcome.WITHDRAWN)) {
            throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
        }
        if (outcome == StatusProposal.Outcome.CONFIRMED) {
            missing.take(id, found.content());
        }
        String code = outcome.name().toLowerCase(Locale.ROOT);
        return revise(id, revision -> {}, Unchanged.PROTECTION, (checks, before) -> {
            if (before.decision() != null) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            return before.decided(new StatusProposal.Decision(code, member));
        });
    }

    @Override
    protected Optional<Whole> whole(StatusProposal content) {
        return Optional.of(new Whole(RecordKind.MISSING_PERSON, content.missingPerson()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.MISSING_PERSON;
    }

    @Override
    public void tighten(UUID person, Protection least) {
        tighten(Map.of("missingPerson", person), least);
    }
}
