package org.aletheia.testimony.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.ClaimNarrative;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * That somebody said something, under which circumstances, in which versions. It has no text: what was said is in items,
 * which are sealed, classified and kept from search by themselves. No member asks whether somebody else confirms what was
 * said, or for anything about the person's life before.
 *
 * @param kind code of {@code statement-kind}; never changes
 * @param givenBy who said it, under a pseudonym; never changes
 * @param protectionNeeds codes of {@code protection-need}, as known to whoever took the statement
 * @param guidanceReason code of {@code full-account-reason}: why a full account was taken in spite of a protection need
 * @param earlierAccounts how often the person had told it before
 * @param versions as given, transcripts, translations and corrections, in the order in which they came in; none ever leaves
 * @param items what belongs to it: the recording, the signed document, what was shown
 * @param acts which acts it speaks of
 * @param proceedings numbers of the cases in which it was given or is used
 * @param openTo bodies whose inquiry or prosecution a claim narrative reaches, by consents of its own; of no other kind
 */
public record Statement(
        String kind,
        PersonRef givenBy,
        List<String> protectionNeeds,
        @Nullable String guidanceReason,
        @Nullable EarlierAccounts earlierAccounts,
        @Nullable Circumstances circumstances,
        List<StatementVersion> versions,
        List<LinkedItem> items,
        List<UUID> acts,
        List<String> proceedings,
        List<NarrativeOpening> openTo)
        implements RecordContent {
    /** The kind that reaches a prosecutor only by the person's own consent to that; code of {@code statement-kind}. */
    public static final String CLAIM_NARRATIVE = "claim-narrative";

    /** The kind that somebody signs; code of {@code statement-kind}. */
    public static final String SIGNED = "signed-statement";

    /** The kinds in which the person tells everything. */
    private static final Set<String> FULL_ACCOUNTS =
            Set.of(SIGNED, "recorded-interview", "court-testimony", CLAIM_NARRATIVE);

    /** Roles of things that are no words of the person, and may be open; codes of {@code statement-item-role}. */
    static final Set<String> NOT_WORDS = Set.of("shown", "handed-over");

    /**
     * How often the person had told it before; telling it again and again does harm.
     *
     * @param times 0 to 99
     * @param takenBy by whom, codes of {@code custody-role}
     */
    public record EarlierAccounts(int times, List<String> takenBy) {
        public EarlierAccounts {
            takenBy = List.copyOf(takenBy);
        }
    }

    /** @param role code of {@code statement-item-role} */
    public record LinkedItem(UUID item, String role) {}

    public Statement {
        protectionNeeds = List.copyOf(protectionNeeds);
        versions = List.copyOf(versions);
        items = List.copyOf(items);
        acts = List.copyOf(acts);
        proceedings = List.copyOf(proceedings);
        // Statements written before it could be recorded are open to nobody.
        openTo = openTo == null ? List.of() : List.copyOf(openTo);
    }

    /** Whether it is, or is to become, all that the person can tell. */
    boolean fullAccount() {
        return FULL_ACCOUNTS.contains(kind);
    }

    /** The items that hold what the person said. */
    public Set<UUID> words() {
        return Stream.concat(
                        versions.stream().map(StatementVersion::item),
                        items.stream()
                                .filter(linked -> !NOT_WORDS.contains(linked.role()))
                                .map(LinkedItem::item))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same with one version more. */
    Statement with(StatementVersion next) {
        List<StatementVersion> all = new ArrayList<>(versions);
        all.add(next);
        return new Statement(
                kind,
                givenBy,
                protectionNeeds,
                guidanceReason,
                earlierAccounts,
                circumstances,
                all,
                items,
                acts,
                proceedings,
                openTo);
    }

    @Override
    public Set<UUID> openedTo() {
        return openTo.stream().map(NarrativeOpening::organisation).collect(Collectors.toSet());
    }

    /**
     * The kind, the days and the coarse place; nothing else of a statement is ever searched. Of a claim narrative also to whom
     * it is open: one that is open to nobody is no matter of search at all.
     */
    @Override
    public void describe(Projection.Builder search) {
        SearchCodes codes = new SearchCodes().add("statement-kind", kind);
        if (kind.equals(CLAIM_NARRATIVE)) {
            codes.add(ClaimNarrative.LIST, "apart");
            openedTo().forEach(body -> codes.add(ClaimNarrative.LIST, ClaimNarrative.openTo(body)));
        }
        search.mayIdentifyProtectedPerson(true);
        if (circumstances != null) {
            circumstances.describe(search, codes);
        }
        search.codes(codes.list());
    }
}
