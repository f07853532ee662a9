package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.Gaps.Cited;
import org.aletheia.cases.WitnessLine.Account;
import org.aletheia.cases.WitnessLine.Linked;
import org.aletheia.cases.store.CaseSources;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.parties.Capacities;
import org.aletheia.parties.Persons;
import org.aletheia.parties.Victims;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.testimony.statement.Statement;
import org.aletheia.testimony.statement.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Whom a case may call: those whom it names, and those who gave a statement that it rests on. For members of the case who
 * may read content, each under a pseudonym of this case. Capacities of one human stay lines of their own: what joins them is not asked.
 */
@ApplicationScoped
public class Witnesses {
    private static final int MOST = 1000;

    private final CaseFiles files;
    private final CaseElements elements;
    private final CaseSources sources;
    private final Statements statements;
    private final Persons persons;
    private final Victims victims;
    private final Capacities capacities;
    private final CasePseudonyms pseudonyms;
    private final RecordDirectory directory;
    private final UseRecord use;

    Witnesses(
            CaseFiles files,
            CaseElements elements,
            CaseSources sources,
            Statements statements,
            Persons persons,
            Victims victims,
            Capacities capacities,
            CasePseudonyms pseudonyms,
            RecordDirectory directory,
            UseRecord use) {
        this.files = files;
        this.elements = elements;
        this.sources = sources;
        this.statements = statements;
        this.persons = persons;
        this.victims = victims;
        this.capacities = capacities;
        this.pseudonyms = pseudonyms;
        this.directory = directory;
        this.use = use;
    }

    /**
     * A witness list.
     *
     * @param truncated whether only the first thousand statements were looked at
     */
    public record WitnessList(List<WitnessLine> witnesses, boolean truncated) {}

    /** Somebody, named or not. */
    private record Who(RecordKind kind, UUID id) {}

    /** What a list is made of. @param linked whether records are asked for */
    private record Basis(UUID caseFile, CaseFile file, List<Cited> cited, Set<UUID> charged, boolean linked) {}

    /**
     * The list of a case, those first whom it names.
     *
     * @param linked whether to tell whose records these are, of those whose identity the caller may ask for; each is told to
     *     the journal as read
     * @throws ProblemException {@code not-found}
     */
    public WitnessList of(UUID caseFile, boolean linked) {
        CaseFile file = files.require(AccessIntent.READ_CONTENT, caseFile).content();
        use.viewed(RecordKind.CASE_FILE, caseFile);
        List<UUID> rows = elements.all(caseFile).stream().map(RecordVersion::id).toList();
        use.listed(RecordKind.CASE_ELEMENT, rows);
        List<Cited> cited = sources.of(rows);
        Set<UUID> charged = file.charges().stream()
                .flatMap(charge -> charge.acts().stream())
                .collect(Collectors.toSet());
        List<RecordVersion<Statement>> found = statements.linkedTo(
                file.witnesses().stream().map(CaseFile.Witness::id).collect(Collectors.toSet()),
                charged,
                Stream.concat(file.material().stream(), cited.stream().map(Cited::item))
                        .collect(Collectors.toSet()),
                MOST);
        use.listed(RecordKind.STATEMENT, found.stream().map(RecordVersion::id).toList());
        Basis basis = new Basis(caseFile, file, cited, charged, linked);
        return new WitnessList(lines(basis, found), found.size() == MOST);
    }

    private List<WitnessLine> lines(Basis basis, List<RecordVersion<Statement>> found) {
        Map<Who, CaseFile.@Nullable Witness> named = new LinkedHashMap<>();
        basis.file().witnesses().forEach(each -> named.put(new Who(each.kind(), each.id()), each));
        Set<Who> all = new LinkedHashSet<>(named.keySet());
        found.forEach(each -> all.add(giver(each.content())));
        List<WitnessLine> lines = new ArrayList<>();
        for (Who who : all) {
            List<RecordVersion<Statement>> gave = found.stream()
                    .filter(each -> giver(each.content()).equals(who))
                    .toList();
            lines.add(line(who, named.get(who), gave, basis));
        }
        return lines;
    }

    private static Who giver(Statement statement) {
        return new Who(statement.givenBy().kind(), statement.givenBy().id());
    }

    private WitnessLine line(
            Who who, CaseFile.@Nullable Witness named, List<RecordVersion<Statement>> gave, Basis basis) {
        Linked record = basis.linked() ? linked(who).orElse(null) : null;
        Set<String> needs = gave.stream()
                .flatMap(each -> each.content().protectionNeeds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new WitnessLine(
                who.kind().code(),
                pseudonyms.of(basis.caseFile(), who.kind(), who.id()),
                record,
                named != null,
                who.kind() == RecordKind.CAPACITY
                        ? Seen.of(() -> capacities.get(who.id()).content().capacity())
                                .orElse(null)
                        : null,
                named == null ? null : named.availability(),
                named == null ? List.of() : named.measures(),
                List.copyOf(needs),
                gave.stream().map(each -> account(each, record != null, basis)).toList());
    }

    /** A capacity holds no identity: who may read it may know which it is. */
    private Optional<Linked> linked(Who who) {
        if (who.kind() == RecordKind.CAPACITY) {
            return Seen.of(() -> capacities.get(who.id()).content().pseudonym())
                    .map(pseudonym -> new Linked(who.id(), pseudonym));
        }
        if (!directory.permits(AccessIntent.READ_IDENTITY, who.kind(), who.id())) {
            return Optional.empty();
        }
        return Seen.of(() -> who.kind() == RecordKind.PERSON
                        ? persons.get(who.id()).content().pseudonym()
                        : victims.get(who.id()).content().pseudonym())
                .map(pseudonym -> new Linked(who.id(), pseudonym));
    }

    private static Account account(RecordVersion<Statement> statement, boolean linked, Basis basis) {
        Set<UUID> words = statement.content().words();
        return new Account(
                linked ? statement.id() : null,
                statement.content().kind(),
                basis.cited().stream()
                        .filter(each -> words.contains(each.item()))
                        .map(Cited::element)
                        .distinct()
                        .toList(),
                statement.content().acts().stream()
                        .filter(basis.charged()::contains)
                        .toList());
    }
}
