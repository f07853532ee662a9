package org.aletheia.evidence.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one kind name others, and by what one of them is known: data that its capability declares. Paths are
 * JSON pointers (RFC 6901) into the stored content, with {@code *} for every element of a list.
 *
 * @param labels where the words stand by which people know a record of the kind, the first that is there: a title, a public
 *     name, a pseudonym; never anything of a protected person
 * @param code where the code stands that says what it is; null where the kind has none
 * @param dates where its dates stand that search is not told of
 */
public record References(
        RecordKind kind, List<String> labels, @Nullable Coded code, List<String> dates, List<Reference> references) {
    /** The relation of a part to its whole, whose date and place hold for it where it has none of its own. */
    public static final String PART_OF = "part-of";

    /** A code and the list that it is of. */
    public record Coded(String list, String path) {}

    /**
     * A member that names another record.
     *
     * @param relation what the other record is to this one; stable, kebab-case
     * @param path of the id
     * @param target kind of the record named; null where the member {@code kind} beside the id says it
     * @param alleged whether it is an allegation, which is shown with it always
     */
    public record Reference(
            String relation, String path, @Nullable RecordKind target, boolean alleged) {}

    /** A record that one record names, and where. */
    public record Named(RecordName record, Reference by, String pointer) {}

    public References {
        labels = List.copyOf(labels);
        dates = List.copyOf(dates);
        references = List.copyOf(references);
    }

    /** A kind of which nothing is told yet. */
    public static References of(RecordKind kind) {
        return new References(kind, List.of(), null, List.of(), List.of());
    }

    /** The same, known by what stands at these paths. */
    public References labelled(String... paths) {
        return new References(kind, List.of(paths), code, dates, references);
    }

    /** The same, with a code. */
    public References coded(String list, String path) {
        return new References(kind, labels, new Coded(list, path), dates, references);
    }

    /** The same, dated by what stands at these paths. */
    public References dated(String... paths) {
        return new References(kind, labels, code, List.of(paths), references);
    }

    /** The same, naming records of that kind too; where it is null, the member beside the id says it. */
    public References names(String relation, String path, @Nullable RecordKind target) {
        return with(new Reference(relation, path, target, false));
    }

    /** The same, naming records of that kind by way of an allegation; where the kind is null, the member beside says it. */
    public References alleges(String relation, String path, @Nullable RecordKind target) {
        return with(new Reference(relation, path, target, true));
    }

    private References with(Reference reference) {
        return new References(
                kind,
                labels,
                code,
                dates,
                Stream.concat(references.stream(), Stream.of(reference)).toList());
    }

    /** What a content of the kind names, in the order of the declarations; what is no id of a record is passed over. */
    public List<Named> in(Map<String, Object> content) {
        List<Named> named = new ArrayList<>();
        for (Reference reference : references) {
            for (Members.Member member : Members.at(content, reference.path())) {
                RecordName record = record(reference, member);
                if (record != null) {
                    named.add(new Named(record, reference, member.pointer()));
                }
            }
        }
        return named;
    }

    /** By what a record is known; null where nothing that may be shown tells. */
    public @Nullable String label(Map<String, Object> content) {
        return labels.stream()
                .flatMap(path -> Members.at(content, path).stream())
                .map(member -> member.value().toString())
                .findFirst()
                .orElse(null);
    }

    /** What it is, as {@code list:code}. */
    public @Nullable String code(Map<String, Object> content) {
        Coded coded = code;
        if (coded == null) {
            return null;
        }
        List<Members.Member> found = Members.at(content, coded.path());
        return found.isEmpty() ? null : coded.list() + ":" + found.getFirst().value();
    }

    /** Its dates that search is not told of, each once; what is no date is passed over. */
    public List<UncertainDate> datesOf(Map<String, Object> content) {
        return dates.stream()
                .flatMap(path -> Members.at(content, path).stream())
                .map(member -> member.value().toString())
                .distinct()
                .flatMap(text -> date(text).stream())
                .toList();
    }

    private static Optional<UncertainDate> date(String text) {
        try {
            return Optional.of(UncertainDate.parse(text));
        } catch (MalformedValueException e) {
            return Optional.empty(); // of a later release
        }
    }

    private static @Nullable RecordName record(Reference reference, Members.Member member) {
        try {
            UUID id = Ids.parse(member.value().toString());
            RecordKind kind = Objects.requireNonNullElseGet(
                    reference.target(),
                    () -> RecordKind.parse(String.valueOf(member.beside().get("kind"))));
            return new RecordName(kind, id);
        } catch (MalformedValueException e) {
            return null; // of a later release
        }
    }
}
