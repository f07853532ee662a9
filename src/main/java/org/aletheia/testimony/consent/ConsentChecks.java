package org.aletheia.testimony.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.AgentBody;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.PersonRefBody;
import org.aletheia.testimony.TestimonyChecks;
import org.aletheia.testimony.consent.Consent.Giver;
import org.aletheia.testimony.statement.Statements;
import org.jspecify.annotations.Nullable;

/** What a consent must say to be one: given by somebody who can, informed, about what they gave, for one purpose. */
@ApplicationScoped
class ConsentChecks {
    /** Kinds of what people give. */
    static final Set<RecordKind> GIVEN = EnumSet.of(RecordKind.STATEMENT, RecordKind.ITEM, RecordKind.REPARATION_CLAIM);

    private static final List<String> CODES =
            GIVEN.stream().map(RecordKind::code).sorted().toList();

    private final TestimonyChecks testimony;
    private final Scopes scopes;
    private final Statements statements;
    private final RecordLookup lookup;
    private final AccessGuard guard;

    ConsentChecks(
            TestimonyChecks testimony, Scopes scopes, Statements statements, RecordLookup lookup, AccessGuard guard) {
        this.testimony = testimony;
        this.scopes = scopes;
        this.statements = statements;
        this.lookup = lookup;
        this.guard = guard;
    }

    Scopes scopes() {
        return scopes;
    }

    @Nullable
    Agent agent(String pointer, @Nullable AgentBody body, Checks checks) {
        return testimony.agent(pointer, body, checks);
    }

    @Nullable
    UUID body(String pointer, @Nullable String organisation, Checks checks) {
        return testimony.body(pointer, organisation, checks);
    }

    /** Whose consent it is: as {@link TestimonyChecks#person}, or somebody in one capacity. */
    @Nullable
    PersonRef subject(String pointer, @Nullable PersonRefBody body, Checks checks) {
        if (body == null || !RecordKind.CAPACITY.code().equals(body.kind())) {
            return testimony.person(pointer, body, checks);
        }
        UUID id = checks.reference(RecordKind.CAPACITY, pointer + "/id", checks.required(pointer + "/id", body.id()));
        return id == null ? null : new PersonRef(RecordKind.CAPACITY, id);
    }

    /**
     * What was given under it. Adds {@code kind-unknown}, {@code reference-unknown}, {@code record-not-own}, {@code
     * given-by-another} for a statement of somebody else, {@code record-stays} where one of before is missing.
     *
     * @param before whose records were looked at when it was made; they may be closed by now
     */
    List<RecordName> records(
            String pointer,
            @Nullable List<ConsentParts.GivenRecordBody> given,
            @Nullable PersonRef subject,
            @Nullable Consent before,
            Checks checks) {
        checks.findings().require(given != null && !given.isEmpty(), pointer, "required");
        Set<RecordName> known = before == null ? Set.of() : Set.copyOf(before.records());
        List<RecordName> named = checks.each(pointer, given, (at, each) -> record(at, each, subject, known, checks));
        boolean stays = before == null || before.isWithdrawn() || named.containsAll(known);
        checks.findings().require(stays, pointer, "record-stays");
        return named;
    }

    private @Nullable RecordName record(
            String at,
            ConsentParts.GivenRecordBody body,
            @Nullable PersonRef subject,
            Set<RecordName> known,
            Checks checks) {
        String code = checks.required(at + "/kind", body.kind());
        String id = checks.required(at + "/id", body.id());
        RecordKind kind = GIVEN.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        checks.findings().require(code == null || kind != null, at + "/kind", "kind-unknown", Map.of("allowed", CODES));
        if (kind == null || id == null) {
            return null;
        }
        RecordName same = known.stream()
                .filter(each -> each.kind() == kind && each.id().toString().equals(id))
                .findFirst()
                .orElse(null);
        if (same != null) {
            return same;
        }
        UUID found = checks.reference(kind, at + "/id", id);
        if (found == null) {
            return null;
        }
        RecordName name = new RecordName(kind, found);
        boolean own = lookup.find(kind, found)
                .filter(record -> record.ownerOrg().equals(guard.principal().organisation()))
                .isPresent();
        checks.findings().require(own, at + "/id", "record-not-own");
        checks.findings().require(subject == null || givenBy(name, subject), at + "/id", "given-by-another");
        return name;
    }

    /** Nothing here tells which capacity is which person. */
    private boolean givenBy(RecordName name, PersonRef subject) {
        return name.kind() != RecordKind.STATEMENT
                || subject.kind() == RecordKind.CAPACITY
                || statements.among(Set.of(name.id())).stream()
                        .allMatch(found -> found.content().givenBy().equals(subject));
    }

    /** A scope by itself; a country where it speaks of one, and only there. */
    @Nullable
    ScopeName scope(String at, @Nullable String scope, @Nullable String country, Checks checks) {
        String code = checks.code(Scopes.LIST, at + "/scope", checks.required(at + "/scope", scope));
        CountryCode of = checks.country(at + "/country", country);
        if (code == null) {
            return null;
        }
        boolean needs = scopes.ofCountry(code);
        checks.findings().require(!needs || country != null, at + "/country", "required");
        checks.findings().require(needs || country == null, at + "/country", "not-of-scope");
        return needs == (of != null) ? new ScopeName(code, of) : null;
    }

    /** The only scopes to which somebody may say yes on this occasion and about these records; empty where to any. */
    Set<String> unbundled(@Nullable String occasion, List<RecordName> records) {
        Set<String> only = new HashSet<>(occasion == null ? Set.of() : scopes.only(occasion));
        boolean claim = records.stream().anyMatch(each -> each.kind() == RecordKind.REPARATION_CLAIM);
        Set<String> ofClaim = claim ? scopes.only("claim") : Set.of();
        if (only.isEmpty()) {
            return ofClaim;
        }
        if (!ofClaim.isEmpty()) {
            only.retainAll(ofClaim);
        }
        return only;
    }

    /** One answer among those before it. Adds {@code repeated}; {@code bundled} where it is joined to a claim or to aid. */
    @Nullable
    ScopeAnswer answer(
            String at, @Nullable ScopeAnswer answer, Set<ScopeName> before, Set<String> only, Checks checks) {
        if (answer == null) {
            return null;
        }
        boolean once = checks.findings().require(before.add(answer.name()), at + "/scope", "repeated");
        boolean alone = !answer.allows() || only.isEmpty() || only.contains(answer.scope());
        checks.findings()
                .require(
                        alone,
                        at + "/answer",
                        "bundled",
                        Map.of("allowed", only.stream().sorted().toList()));
        return once ? answer : null;
    }

    /** That who spoke could, and that what has to be was explained: {@code not-able-to-decide}, {@code not-explained}. */
    void informed(
            @Nullable Giver giver,
            @Nullable String capacity,
            List<String> told,
            List<ScopeAnswer> answers,
            Checks checks) {
        boolean self = giver != null && scopes.says("consent-giver", giver.capacity(), "self");
        boolean able = capacity == null || scopes.says("capacity-assessment", capacity, "self");
        checks.findings().require(!self || able, "/givenBy/capacity", "not-able-to-decide");
        boolean prosecution =
                answers.stream().anyMatch(answer -> answer.allows() && scopes.reachesProsecution(answer.scope()));
        List<String> missing = new ArrayList<>(scopes.mustBeExplained(prosecution));
        missing.removeAll(told);
        checks.findings().require(missing.isEmpty(), "/informed", "not-explained", Map.of("missing", missing));
    }

    /**
     * That what stands before stays, and only gets wider by a newer answer: {@code person-fixed}, {@code scope-stays}, {@code
     * narrowing-is-a-withdrawal}, {@code date-before-answer}.
     */
    void fixed(Consent before, @Nullable PersonRef subject, List<ScopeAnswer> answers, Checks checks) {
        checks.findings().require(subject == null || subject.equals(before.subject()), "/subject", "person-fixed");
        for (ScopeAnswer held : before.scopes()) {
            int at = names(answers).indexOf(held.name());
            if (at < 0) {
                checks.findings()
                        .add(
                                "/scopes",
                                "scope-stays",
                                Map.of("scope", held.name().code()));
            } else {
                ScopeAnswer next = answers.get(at);
                String pointer = "/scopes/" + at;
                boolean narrower = next.firmness() > held.firmness();
                checks.findings().require(!narrower, pointer + "/answer", "narrowing-is-a-withdrawal");
                boolean later = next.answer().equals(held.answer())
                        || !first(next.date()).isBefore(first(held.date()));
                checks.findings().require(later, pointer + "/date", "date-before-answer");
            }
        }
    }

    private static List<ScopeName> names(List<ScopeAnswer> answers) {
        return answers.stream().map(ScopeAnswer::name).toList();
    }

    private static Instant first(UncertainDate date) {
        return date.earliest().orElse(Instant.MIN);
    }
}
