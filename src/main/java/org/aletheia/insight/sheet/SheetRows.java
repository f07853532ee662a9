package org.aletheia.insight.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.fixity.Fixity;
import org.aletheia.evidence.fixity.FixityState;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.PriorHolder;
import org.aletheia.evidence.opinion.Opinion;
import org.aletheia.evidence.opinion.Opinions;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.statement.CustodyRecord;
import org.aletheia.evidence.statement.CustodyRecords;
import org.aletheia.evidence.statement.Step;
import org.aletheia.insight.Terms;
import org.aletheia.insight.sheet.SheetRow.Authenticity;
import org.aletheia.insight.sheet.SheetRow.Custody;
import org.aletheia.insight.sheet.SheetRow.Gap;
import org.aletheia.insight.sheet.SheetRow.Held;
import org.aletheia.insight.sheet.SheetRow.Integrity;
import org.aletheia.insight.sheet.SheetRow.Provenance;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes the line of one item. */
@ApplicationScoped
class SheetRows {
    private final CustodyRecords custody;
    private final Fixity fixity;
    private final Opinions opinions;
    private final Declaration declaration = new Declaration();

    SheetRows(CustodyRecords custody, Fixity fixity, Opinions opinions) {
        this.custody = custody;
        this.fixity = fixity;
        this.opinions = opinions;
    }

    SheetRow of(
            EvidenceItem item,
            ItemTerms terms,
            @Nullable Submission submission,
            Citings citings,
            InCases cases,
            String language) {
        ItemMetadata metadata = item.version().metadata();
        boolean identifying = metadata.mayIdentifyProtectedPerson();
        Optional<CustodyRecord> chain = chain(item);
        return new SheetRow(
                item.id(),
                item.version().registrationNumber(),
                item.ownerOrg(),
                item.receivedAt(),
                metadata.captured() == null ? null : metadata.captured().edtf(),
                identifying,
                identifying ? null : metadata.title(),
                identifying ? null : metadata.description(),
                metadata.kind(),
                metadata.source() == null ? null : metadata.source().category(),
                citings.relevance(item.id()),
                integrity(fixity.of(item)),
                provenance(metadata),
                authenticity(opinions.all(item.id())),
                chain.map(SheetRows::custody).orElse(new Custody(0, List.of(), List.of())),
                DigestsJson.of(item.version().file().digests()),
                item.version().file().mediaType(),
                item.version().file().content().length(),
                metadata.languages().stream().map(LanguageTag::value).toList(),
                chain.map(SheetRows::translations).orElse(List.of()),
                Terms.of(
                        terms,
                        submission == null
                                ? null
                                : submission.statement().privilege().kind()),
                item.version().protection().classification().code(),
                metadata.contentMarkings().stream().sorted().toList(),
                citings.contradicting(item.id()),
                cases.of(item.id()),
                declaration.of(item.id(), chain, language));
    }

    /** Empty while the log has not published the item's first event. */
    private Optional<CustodyRecord> chain(EvidenceItem item) {
        try {
            return Optional.of(custody.read(item.id(), Set.of()));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.PROOF_PENDING) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Integrity integrity(FixityState state) {
        return new Integrity(
                state.outcome() == null ? null : state.outcome().code(), state.checkedAt(), state.finding());
    }

    private static Provenance provenance(ItemMetadata metadata) {
        return new Provenance(
                metadata.acquisition() == null ? null : metadata.acquisition().method(),
                metadata.custodyBefore().stream().map(PriorHolder::role).toList(),
                metadata.custodyGaps().stream()
                        .map(gap -> new Gap(gap.period().edtf(), gap.reason(), gap.risk()))
                        .toList());
    }

    private static Authenticity authenticity(List<RecordVersion<Opinion>> given) {
        long conclusions = given.stream()
                .map(each -> each.content().conclusion())
                .distinct()
                .count();
        boolean contested = conclusions > 1
                || given.stream().anyMatch(each -> each.content().contests() != null);
        return new Authenticity(contested, given.stream().map(SheetRows::held).toList());
    }

    private static Held held(RecordVersion<Opinion> given) {
        Opinion said = given.content();
        return new Held(given.id(), said.conclusion(), said.methods(), said.reasons(), said.givenBy(), said.contests());
    }

    private static Custody custody(CustodyRecord chain) {
        List<Gap> gaps =
                chain.steps().stream().filter(Step::isGap).map(SheetRows::gap).toList();
        List<String> discrepancies = chain.steps().stream()
                .filter(step -> step.detail().containsKey("discrepancies"))
                .map(step ->
                        step.number() + " " + CanonicalJson.text(step.detail().get("discrepancies")))
                .toList();
        return new Custody(chain.steps().size(), gaps, discrepancies);
    }

    static Gap gap(Step step) {
        Object risk = step.detail().get("risk");
        return new Gap(
                step.period().orElse("?"),
                step.text(EventField.REASON).orElse(null),
                risk == null ? null : risk.toString());
    }

    private static List<String> translations(CustodyRecord chain) {
        return chain.steps().stream()
                .filter(step -> step.is(CustodyEventTypes.TRANSLATED))
                .flatMap(step -> step.detail().get("related") instanceof List<?> related
                        ? related.stream().map(Object::toString)
                        : java.util.stream.Stream.<String>empty())
                .distinct()
                .toList();
    }
}
