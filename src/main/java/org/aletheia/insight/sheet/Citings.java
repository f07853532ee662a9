package org.aletheia.insight.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.Members;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.sheet.SheetRow.Contradiction;
import org.aletheia.insight.sheet.SheetRow.Relevance;
import org.jspecify.annotations.Nullable;

/** What items are cited for, and what contradicts them. */
final class Citings {
    private static final Map<String, String> OPPOSITE = Map.of("supports", "contradicts", "contradicts", "supports");

    private final Map<UUID, List<Source>> byItem = new HashMap<>();
    private final Map<RecordName, List<Source>> bySubject = new HashMap<>();
    private final Map<RecordName, SeenRecord> subjects;
    private final Map<UUID, String> numbers;
    private final Map<RecordName, Disposed> gone;

    /**
     * @param sources of the items, and of the records that cite them
     * @param subjects those of these records that can be read here
     * @param numbers registration numbers of items, where they have one
     * @param gone items that were disposed of
     */
    Citings(
            Collection<Source> sources,
            Map<RecordName, SeenRecord> subjects,
            Map<UUID, String> numbers,
            Map<RecordName, Disposed> gone) {
        this.subjects = Map.copyOf(subjects);
        this.numbers = Map.copyOf(numbers);
        this.gone = Map.copyOf(gone);
        for (Source source : sources) {
            if (!this.subjects.containsKey(subject(source))) {
                continue; // of a kind that is not told of here: notes on protection, cases
            }
            byItem.computeIfAbsent(source.item(), none -> new ArrayList<>()).add(source);
            bySubject
                    .computeIfAbsent(subject(source), none -> new ArrayList<>())
                    .add(source);
        }
    }

    static RecordName subject(Source source) {
        return new RecordName(source.subjectKind(), source.subject());
    }

    List<Relevance> relevance(UUID item) {
        return of(item).map(this::relevance).toList();
    }

    private Relevance relevance(Source source) {
        @Nullable SeenRecord seen = subjects.get(subject(source));
        return new Relevance(
                source.subjectKind().code(),
                source.subject(),
                seen == null ? null : seen.label(),
                source.about(),
                source.support(),
                seen == null ? List.of() : qualifications(seen.content()));
    }

    private static List<String> qualifications(Map<String, Object> content) {
        return Members.at(content, "/qualifications/*/code").stream()
                .map(code -> code.beside().get("list") + ":" + code.value())
                .toList();
    }

    /** Items that say the opposite about the same record, of the same member or one within the other. */
    List<Contradiction> contradicting(UUID item) {
        return of(item).flatMap(said -> bySubject.getOrDefault(subject(said), List.of()).stream()
                        .filter(other -> !other.item().equals(item))
                        .filter(other -> opposite(said.support(), other.support()))
                        .filter(other -> sameMatter(said.about(), other.about())))
                .map(this::contradiction)
                .distinct()
                .toList();
    }

    private Contradiction contradiction(Source other) {
        return new Contradiction(
                other.item(),
                numbers.get(other.item()),
                other.subjectKind().code(),
                other.subject(),
                other.about(),
                other.support(),
                gone.get(new RecordName(RecordKind.ITEM, other.item())));
    }

    private Stream<Source> of(UUID item) {
        return byItem.getOrDefault(item, List.of()).stream();
    }

    static boolean opposite(String one, String other) {
        return other.equals(OPPOSITE.get(one));
    }

    static boolean sameMatter(@Nullable String one, @Nullable String other) {
        return one == null
                || other == null
                || one.equals(other)
                || one.startsWith(other + "/")
                || other.startsWith(one + "/");
    }

    /** The items among names. */
    static List<UUID> items(Collection<Source> sources) {
        return sources.stream().map(Source::item).distinct().toList();
    }

    /** The records that are cited for. */
    static List<RecordName> subjects(Collection<Source> sources) {
        return sources.stream()
                .map(Citings::subject)
                .filter(name -> name.kind() != RecordKind.ITEM)
                .distinct()
                .toList();
    }
}
