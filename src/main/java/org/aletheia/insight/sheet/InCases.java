package org.aletheia.insight.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseElement;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.CaseItems;
import org.aletheia.cases.Charge;
import org.aletheia.cases.disclosure.DisclosureDecision;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.insight.sheet.SheetRow.Disclosure;
import org.aletheia.insight.sheet.SheetRow.Element;
import org.aletheia.insight.sheet.SheetRow.InCase;
import org.jspecify.annotations.Nullable;

/** What the cases of the caller make of items. */
final class InCases {
    private final CaseItems.Found found;
    private final List<Source> sources;
    private final Map<UUID, String> numbers;

    /**
     * @param sources of the items, and of the elements that cite them
     * @param numbers registration numbers of items, where they have one
     */
    InCases(CaseItems.Found found, Collection<Source> sources, Map<UUID, String> numbers) {
        this.found = found;
        this.sources = elements(sources)
                .filter(source -> found.elements().containsKey(source.subject()))
                .toList();
        this.numbers = Map.copyOf(numbers);
    }

    /** The sources of elements of cases. */
    static Stream<Source> elements(Collection<Source> sources) {
        return sources.stream().filter(source -> source.subjectKind() == RecordKind.CASE_ELEMENT);
    }

    /** By the id of the case. */
    List<InCase> of(UUID item) {
        List<InCase> cases = new ArrayList<>();
        found.files().values().stream()
                .sorted(Comparator.comparing(file -> file.id().toString()))
                .forEach(file -> of(file, item).ifPresent(cases::add));
        return cases;
    }

    private Optional<InCase> of(RecordVersion<CaseFile> file, UUID item) {
        List<Element> cited = sources.stream()
                .filter(source -> source.item().equals(item))
                .filter(source -> row(source).content().caseFile().equals(file.id()))
                .map(source -> element(file.content(), source))
                .toList();
        @Nullable Disclosure decided = decided(file.id(), item);
        boolean ofCase =
                decided != null || !cited.isEmpty() || file.content().material().contains(item);
        return ofCase ? Optional.of(new InCase(file.id(), file.content().title(), cited, decided)) : Optional.empty();
    }

    private RecordVersion<CaseElement> row(Source source) {
        return Optional.ofNullable(found.elements().get(source.subject())).orElseThrow();
    }

    private Element element(CaseFile file, Source source) {
        RecordVersion<CaseElement> row = row(source);
        CaseElement said = row.content();
        Optional<Charge> charge = file.charge(said.charge());
        return new Element(
                row.id(),
                said.charge(),
                charge.map(each -> each.crime().list() + ":" + each.crime().code())
                        .orElse(null),
                charge.map(Charge::liability).orElse(List.of()),
                said.code(),
                said.elementKind(),
                said.text(),
                said.standard(),
                said.state(),
                said.reviewer() != null,
                source.support(),
                source.anchor() == null ? null : source.anchor().fragment(),
                contradicting(source));
    }

    private List<String> contradicting(Source said) {
        return sources.stream()
                .filter(other -> other.subject().equals(said.subject()))
                .filter(other -> !other.item().equals(said.item()))
                .filter(other -> Citings.opposite(said.support(), other.support()))
                .map(other -> numbers.getOrDefault(other.item(), other.item().toString()))
                .distinct()
                .toList();
    }

    private @Nullable Disclosure decided(UUID caseFile, UUID item) {
        return found.decisions().stream()
                .map(RecordVersion::content)
                .filter(decision -> decision.caseFile().equals(caseFile))
                .filter(decision -> decision.item().equals(item))
                .findFirst()
                .map(InCases::disclosure)
                .orElse(null);
    }

    private static Disclosure disclosure(DisclosureDecision decision) {
        return new Disclosure(decision.decision(), decision.reasons(), decision.decidedAt());
    }
}
