package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.Gaps.Cited;
import org.aletheia.cases.WitnessLine.Account;
import org.aletheia.cases.store.CaseSources;
import org.aletheia.evidence.UseRecord;
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
 * may read content, each by pseudonym only. Capacities of one human stay lines of their own: what joins them is not asked.
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
    private final UseRecord use;

    Witnesses(
            CaseFiles files,
            CaseElements elements,
            CaseSources sources,
            Statements statements,
            Persons persons,
            Victims victims,
            Capacities capacities,
            UseRecord use) {
        this.files = files;
        this.elements = elements;
        this.sources = sources;
        this.statements = statements;
        this.persons = persons;
        this.victims = victims;
        this.capacities = capacities;
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

    /** What is known of somebody's record. */
    private record Known(String pseudonym, @Nullable String capacity) {}

    /**
     * The list of a case, those first whom it names.
     *
     * @throws ProblemException {@code not-found}
     */
    public WitnessList of(UUID caseFile) {
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
        return new WitnessList(lines(file, found, cited, charged), found.size() == MOST);
    }

    private List<WitnessLine> lines(
            CaseFile file, List<RecordVersion<Statement>> found, List<Cited> cited, Set<UUID> charged) {
        Map<Who, CaseFile.@Nullable Witness> named = new LinkedHashMap<>();
        file.witnesses().forEach(each -> named.put(new Who(each.kind(), each.id()), each));
        Set<Who> all = new LinkedHashSet<>(named.keySet());
        found.forEach(each -> all.add(giver(each.content())));
        List<WitnessLine> lines = new ArrayList<>();
        for (Who who : all) {
            List<RecordVersion<Statement>> gave = found.stream()
                    .filter(each -> giver(each.content()).equals(who))
                    .toList();
            lines.add(line(who, named.get(who), gave, cited, charged));
        }
        return lines;
    }

    private static Who giver(Statement statement) {
        return new Who(statement.givenBy().kind(), statement.givenBy().id());
    }

    private WitnessLine line(
            Who who,
            CaseFile.@Nullable Witness named,
            List<RecordVersion<Statement>> gave,
            List<Cited> cited,
            Set<UUID> charged) {
        Known known = Seen.of(() -> known(who)).orElse(null);
        Set<String> needs = gave.stream()
                .flatMap(each -> each.content().protectionNeeds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new WitnessLine(
                who.kind().code(),
                who.id(),
                known == null ? null : known.pseudonym(),
                named != null,
                known == null ? null : known.capacity(),
                named == null ? null : named.availability(),
                named == null ? List.of() : named.measures(),
                List.copyOf(needs),
                gave.stream().map(each -> account(each, cited, charged)).toList());
    }

    private Known known(Who who) {
        return switch (who.kind()) {
            case PERSON -> new Known(persons.get(who.id()).content().pseudonym(), null);
            case VICTIM -> new Known(victims.get(who.id()).content().pseudonym(), null);
            default -> {
                var capacity = capacities.get(who.id()).content();
                yield new Known(capacity.pseudonym(), capacity.capacity());
            }
        };
    }

    private static Account account(RecordVersion<Statement> statement, List<Cited> cited, Set<UUID> charged) {
        Set<UUID> words = statement.content().words();
        return new Account(
                statement.id(),
                statement.content().kind(),
                cited.stream()
                        .filter(each -> words.contains(each.item()))
                        .map(Cited::element)
                        .distinct()
                        .toList(),
                statement.content().acts().stream().filter(charged::contains).toList());
    }
}
