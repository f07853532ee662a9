package org.aletheia.testimony;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.access.RecordKind;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.metadata.Codes;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/** The checks that testimony adds to those of every record: nobody is named, and nobody's words go where search finds them. */
@ApplicationScoped
public class TestimonyChecks {
    private static final Set<RecordKind> PERSONS = EnumSet.of(RecordKind.VICTIM, RecordKind.PERSON);
    private static final List<String> CODES =
            PERSONS.stream().map(RecordKind::code).sorted().toList();

    private static final Set<String> NARRATIVES = Set.of("claim", "testimony");
    private static final String SCOPES = "consent-scope";

    private final Items items;
    private final AccessGuard guard;
    private final MemberOrganisations bodies;
    private final CodeLists lists;

    TestimonyChecks(Items items, AccessGuard guard, MemberOrganisations bodies, CodeLists lists) {
        this.items = items;
        this.guard = guard;
        this.bodies = bodies;
        this.lists = lists;
    }

    /**
     * Somebody under a pseudonym. Adds {@code required}, {@code kind-unknown}, {@code reference-unknown}, or {@code
     * person-not-pseudonymous} for a person whose name is public.
     */
    public @Nullable PersonRef person(String pointer, @Nullable PersonRefBody body, Checks checks) {
        if (body == null) {
            return null;
        }
        String code = checks.required(pointer + "/kind", body.kind());
        String given = checks.required(pointer + "/id", body.id());
        RecordKind kind = PERSONS.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        checks.findings()
                .require(code == null || kind != null, pointer + "/kind", "kind-unknown", Map.of("allowed", CODES));
        UUID id = kind == null ? null : checks.reference(kind, pointer + "/id", given);
        if (kind == null || id == null) {
            return null;
        }
        boolean apart = checks.holdsIdentity(kind, id);
        return checks.findings().require(apart, pointer + "/id", "person-not-pseudonymous")
                ? new PersonRef(kind, id)
                : null;
    }

    /** Who did something. Adds {@code reference-required} where neither is given, {@code not-a-pseudonym}, and as above. */
    public @Nullable Agent agent(String pointer, @Nullable AgentBody body, Checks checks) {
        if (body == null) {
            return null;
        }
        boolean said = body.person() != null || body.reference() != null;
        checks.findings().require(said, pointer + "/reference", "reference-required");
        PersonRef person = person(pointer + "/person", body.person(), checks);
        return new Agent(person, pseudonym(pointer + "/reference", body.reference(), checks));
    }

    /** A pseudonym in the form that this server gives, or capitals followed by digits; adds {@code not-a-pseudonym}. */
    public @Nullable String pseudonym(String pointer, @Nullable String text, Checks checks) {
        boolean fits = text == null || Codes.pseudonym(text);
        return checks.findings().require(fits, pointer, "not-a-pseudonym") ? text : null;
    }

    /**
     * An item that holds what the person said. Adds {@code item-not-protected} where it is not marked as one that may
     * identify a protected person: its text would be found by search.
     */
    public @Nullable UUID words(String pointer, @Nullable String item, Checks checks) {
        UUID id = checks.reference(RecordKind.ITEM, pointer, item);
        if (id == null) {
            return null;
        }
        boolean marked =
                items.require(id, AccessIntent.READ).version().metadata().mayIdentifyProtectedPerson();
        return checks.findings().require(marked, pointer, "item-not-protected") ? id : null;
    }

    /**
     * That words can be those of a claim narrative. Adds {@code narrative-not-own} where another body owns the item, and
     * {@code narrative-kind} where it was not handed in as testimony or for a claim; nothing where the item is not known.
     */
    public void narrative(String pointer, @Nullable String item, Checks checks) {
        UUID id = checks.reference(RecordKind.ITEM, pointer, item);
        if (id == null) {
            return;
        }
        EvidenceItem found = items.require(id, AccessIntent.READ);
        boolean own = found.ownerOrg().equals(guard.principal().organisation());
        checks.findings().require(own, pointer, "narrative-not-own");
        boolean kind = NARRATIVES.contains(found.version().metadata().kind());
        checks.findings().require(kind, pointer, "narrative-kind");
    }

    /** A member organisation; adds {@code organisation-unknown}. */
    public @Nullable UUID body(String pointer, @Nullable String organisation, Checks checks) {
        UUID id = checks.id(pointer, organisation);
        boolean known = id == null || bodies.isEnrolled(id);
        return checks.findings().require(known, pointer, "organisation-unknown") ? id : null;
    }

    /** A scope of consent that can open a claim narrative; adds {@code scope-does-not-open}. */
    public @Nullable String openingScope(String pointer, @Nullable String scope, Checks checks) {
        String code = checks.code(SCOPES, pointer, scope);
        List<String> opening = lists.find(SCOPES).map(CodeList::codes).orElse(List.of()).stream()
                .filter(row -> "yes".equals(row.attributes().get("opensNarrative")))
                .map(CodeEntry::code)
                .toList();
        boolean opens = code == null || opening.contains(code);
        return checks.findings().require(opens, pointer, "scope-does-not-open", Map.of("allowed", opening))
                ? code
                : null;
    }

    /** A count; adds {@code out-of-range}. */
    public @Nullable Integer count(String pointer, @Nullable Integer value, int least, int most, Checks checks) {
        boolean fits = value == null || value >= least && value <= most;
        return checks.findings().require(fits, pointer, "out-of-range", Map.of("min", least, "max", most))
                ? value
                : null;
    }
}
