package org.aletheia.testimony.statement;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.handling.ReferenceNumber;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.PersonRefBody;
import org.aletheia.testimony.TestimonyChecks;
import org.aletheia.testimony.statement.Statement.EarlierAccounts;
import org.aletheia.testimony.statement.Statement.LinkedItem;
import org.jspecify.annotations.Nullable;

/**
 * A statement as callers write it, without its versions, which are added one by one.
 *
 * @param kind code of {@code statement-kind}
 * @param givenBy who said it: a victim, or a person whose identity is protected
 * @param protectionNeeds codes of {@code protection-need}
 * @param guidanceReason code of {@code full-account-reason}, the answer to the guidance
 * @param acts ids of acts
 * @param proceedings numbers of cases
 * @param openTo of a claim narrative: to whom it is open; nobody where it is left out
 */
public record StatementBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String kind,
        @Nullable PersonRefBody givenBy,
        @Nullable List<String> protectionNeeds,
        @Nullable String guidanceReason,
        @Nullable EarlierBody earlierAccounts,
        @Nullable CircumstancesBody circumstances,
        @Nullable List<ItemBody> items,
        @Nullable List<String> acts,
        @Nullable List<String> proceedings,
        @Nullable List<OpeningBody> openTo)
        implements ProtectionBody {
    private static final Set<String> NOT_A_SIGNATURE = Set.of("declined", "none");
    private static final String NOT_HANDED_IN = "not-handed-in";
    private static final int MOST_TIMES = 99;

    /**
     * How often the person had told it before.
     *
     * @param times 0 to 99
     * @param takenBy codes of {@code custody-role}
     */
    public record EarlierBody(
            @Nullable Integer times, @Nullable List<String> takenBy) {
        @Nullable
        EarlierAccounts check(Checks checks, TestimonyChecks testimony) {
            Integer told = checks.required("/earlierAccounts/times", times);
            Integer often = testimony.count("/earlierAccounts/times", told, 0, MOST_TIMES, checks);
            List<String> by = checks.codes("custody-role", "/earlierAccounts/takenBy", takenBy);
            return often == null ? null : new EarlierAccounts(often, by);
        }
    }

    /**
     * An item that belongs to the statement.
     *
     * @param role code of {@code statement-item-role}
     */
    public record ItemBody(@Nullable String item, @Nullable String role) {
        @Nullable
        LinkedItem check(String at, Checks checks, TestimonyChecks testimony) {
            String what = checks.code("statement-item-role", at + "/role", checks.required(at + "/role", role));
            String given = checks.required(at + "/item", item);
            UUID id = what != null && Statement.NOT_WORDS.contains(what)
                    ? checks.reference(RecordKind.ITEM, at + "/item", given)
                    : testimony.words(at + "/item", given, checks);
            return what == null || id == null ? null : new LinkedItem(id, what);
        }
    }

    Statement check(Checks checks, TestimonyChecks testimony) {
        return check(checks, testimony, null);
    }

    /**
     * The same, given by somebody whom whoever hands it in does not name. Adds {@code not-handed-in} for what links it to records, and
     * for what opens it: that is for its owner.
     */
    StatementBody handedIn(UUID person, Checks checks) {
        checks.findings().require(givenBy == null, "/givenBy", NOT_HANDED_IN);
        checks.findings().require(items == null || items.isEmpty(), "/items", NOT_HANDED_IN);
        checks.findings().require(acts == null || acts.isEmpty(), "/acts", NOT_HANDED_IN);
        checks.findings().require(openTo == null || openTo.isEmpty(), "/openTo", NOT_HANDED_IN);
        return new StatementBody(
                classification,
                compartments,
                kind,
                new PersonRefBody(RecordKind.VICTIM.code(), person.toString()),
                protectionNeeds,
                guidanceReason,
                earlierAccounts,
                circumstances,
                null,
                null,
                proceedings,
                null);
    }

    /** As it is to stand; kind, person and versions as before. */
    Statement check(Checks checks, TestimonyChecks testimony, @Nullable Statement before) {
        String what = checks.code("statement-kind", "/kind", checks.required("/kind", kind));
        if (what != null) {
            checks.code("statement-audience", "/kind", what); // a kind of which nobody said who may receive it
        }
        PersonRef who = testimony.person("/givenBy", checks.required("/givenBy", givenBy), checks);
        if (before != null) {
            checks.findings().require(what == null || what.equals(before.kind()), "/kind", "kind-fixed");
            checks.findings().require(who == null || who.equals(before.givenBy()), "/givenBy", "person-fixed");
        }
        List<String> needs = checks.codes("protection-need", "/protectionNeeds", protectionNeeds);
        String why = checks.code("full-account-reason", "/guidanceReason", guidanceReason);
        EarlierAccounts earlier = earlierAccounts == null ? null : earlierAccounts.check(checks, testimony);
        Circumstances how = circumstances == null ? null : circumstances.check("/circumstances", checks, testimony);
        checks.findings()
                .require(!Statement.SIGNED.equals(what) || signed(), "/circumstances/signature", "signature-required");
        List<LinkedItem> things = checks.each("/items", items, (at, given) -> given.check(at, checks, testimony));
        List<UUID> about = checks.references(RecordKind.ACT, "/acts", acts);
        List<String> cases = checks.each("/proceedings", proceedings, (at, given) -> checks.findings()
                .parse(at, () -> ReferenceNumber.check(given)));
        boolean narrative = Statement.CLAIM_NARRATIVE.equals(what);
        if (narrative) {
            narrativeWords(checks, testimony);
        }
        List<NarrativeOpening> open = openings(checks, testimony, narrative);
        checks.throwIfAny();
        List<StatementVersion> versions = before == null ? List.of() : before.versions();
        return new Statement(sure(what), sure(who), needs, why, earlier, how, versions, things, about, cases, open);
    }

    /** Nobody keeps evidence from prosecution by calling it a narrative. */
    private void narrativeWords(Checks checks, TestimonyChecks testimony) {
        checks.each("/items", items, (at, given) -> {
            if (given.role() != null && !Statement.NOT_WORDS.contains(given.role())) {
                testimony.narrative(at + "/item", given.item(), checks);
            }
            return given;
        });
    }

    private List<NarrativeOpening> openings(Checks checks, TestimonyChecks testimony, boolean narrative) {
        checks.findings().require(narrative || openTo == null || openTo.isEmpty(), "/openTo", "not-a-narrative");
        Set<String> pairs = new HashSet<>();
        return checks.each("/openTo", openTo, (at, given) -> {
            boolean once = pairs.add(given.organisation() + " " + given.scope());
            return checks.findings().require(once, at, "repeated") ? given.check(at, checks, testimony) : null;
        });
    }

    private boolean signed() {
        String given = circumstances == null || circumstances.signature() == null
                ? null
                : circumstances.signature().kind();
        return given != null && !NOT_A_SIGNATURE.contains(given);
    }
}
