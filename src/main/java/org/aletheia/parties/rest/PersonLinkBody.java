package org.aletheia.parties.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.Classification;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.parties.PartyRef;
import org.aletheia.parties.PersonLink;
import org.aletheia.parties.PersonLinks;
import org.jspecify.annotations.Nullable;

/**
 * A link between two records of persons as callers write it. It says its own protection, at least as strict as that of
 * each record that it names.
 *
 * @param from a person, victim or capacity
 * @param relation code of {@code person-relation}
 * @param to another one
 * @param act id of the act that makes the relation; whoever names one names a compartment that all four records share
 * @param withdrawn whether the link was found wrong
 */
record PersonLinkBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable PartyRefBody from,
        @Nullable String relation,
        @Nullable PartyRefBody to,
        @Nullable String act,
        @Nullable Boolean withdrawn)
        implements ProtectionBody {
    private static final Set<RecordKind> KINDS = EnumSet.of(RecordKind.PERSON, RecordKind.VICTIM, RecordKind.CAPACITY);

    PersonLink check(Checks checks, PersonLinks links) {
        String what = checks.code("person-relation", "/relation", checks.required("/relation", relation));
        Optional<ProtectedRecord> one = end("/from", from, checks, links);
        Optional<ProtectedRecord> other = end("/to", to, checks, links);
        Optional<ProtectedRecord> deed = links.held(checks, "/act", RecordKind.ACT, act);
        boolean self = one.isPresent() && one.map(ProtectedRecord::id).equals(other.map(ProtectedRecord::id));
        checks.findings().require(!self, "/to", "link-self");
        List<ProtectedRecord> joined =
                Stream.of(one, other, deed).flatMap(Optional::stream).toList();
        guarded(checks, joined);
        inACompartment(checks, what, joined);
        checks.throwIfAny();
        UUID because = deed.map(ProtectedRecord::id).orElse(null);
        return new PersonLink(
                ref(one.orElseThrow()), sure(what), ref(other.orElseThrow()), because, Boolean.TRUE.equals(withdrawn));
    }

    private static Optional<ProtectedRecord> end(
            String at, @Nullable PartyRefBody given, Checks checks, PersonLinks links) {
        PartyRefBody end = checks.required(at, given);
        RecordKind kind = end == null ? null : end.kind(at, checks, KINDS);
        String id = end == null ? null : checks.required(at + "/id", end.id());
        return kind == null ? Optional.empty() : links.held(checks, at + "/id", kind, id);
    }

    /** Whoever sees the link sees that the records exist; so it is never wider than they are. */
    private void guarded(Checks checks, List<ProtectedRecord> joined) {
        Classification level = named(checks);
        boolean strict = joined.stream().allMatch(record -> level.covers(record.classification()));
        checks.findings().require(strict, "/classification", "classification-too-open");
        boolean within = joined.stream().allMatch(record -> mine().containsAll(record.compartments()));
        checks.findings().require(within, "/compartments", "compartment-missing");
    }

    private void inACompartment(Checks checks, @Nullable String what, List<ProtectedRecord> joined) {
        boolean throughAnAct = act != null || PersonLink.BORN_OF_SEXUAL_VIOLENCE.equals(what);
        if (!throughAnAct && (what == null || !PersonLink.IN_A_COMPARTMENT.contains(what))) {
            return;
        }
        boolean apart = checks.findings().require(!mine().isEmpty(), "/compartments", "compartment-required");
        if (apart && throughAnAct) {
            Set<String> shared = new HashSet<>(mine());
            joined.forEach(record -> shared.retainAll(record.compartments()));
            checks.findings().require(!shared.isEmpty(), "/compartments", "compartment-of-its-own");
        }
    }

    /** What a malformed label means is found elsewhere. */
    private Classification named(Checks checks) {
        return Stream.of(Classification.values())
                .filter(level -> level.code().equals(Objects.requireNonNullElse(classification, "TLP:AMBER")))
                .findFirst()
                .orElse(Classification.RED);
    }

    private Set<String> mine() {
        return compartments == null
                ? Set.of()
                : compartments.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static PartyRef ref(ProtectedRecord record) {
        return new PartyRef(record.kind(), record.id());
    }
}
