package org.aletheia.reparations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.ReparationClaim;

/** Finds claims that speak of the same. For officers only; nothing of it is kept in a claim, and it decides nothing. */
@ApplicationScoped
public class Overlaps {
    private static final int MOST = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RecordStore<ReparationClaim> store;
    private final RecordDesk desk;
    private final ReparationClaims claims;
    private final UseRecord use;

    Overlaps(RecordStore<ReparationClaim> store, RecordDesk desk, ReparationClaims claims, UseRecord use) {
        this.store = store;
        this.desk = desk;
        this.claims = claims;
        this.use = use;
    }

    /**
     * The claims that overlap with one, as far as the officer may see them, at most 200 by each reason.
     *
     * @throws ProblemException {@code not-found} unless the caller may decide the claim
     */
    public List<Overlap> of(UUID id) {
        desk.directory().require(AccessIntent.DECIDE, RecordKind.REPARATION_CLAIM, id);
        ReparationClaim claim = claims.get(id).content();
        RecordFilter filter = desk.guard().filter(RecordKind.REPARATION_CLAIM);
        Map<UUID, RecordVersion<ReparationClaim>> others = new LinkedHashMap<>();
        for (Map<String, Object> alike : alike(claim)) {
            store.page(filter, alike, BEFORE_ALL, MOST).forEach(found -> others.put(found.id(), found));
        }
        others.remove(id);
        others.values().removeIf(other -> other.content().status() == ClaimStatus.WITHDRAWN);
        List<Overlap> overlaps = others.values().stream()
                .map(other -> overlap(claim, other))
                .filter(overlap -> !overlap.reasons().isEmpty())
                .toList();
        use.listed(
                RecordKind.REPARATION_CLAIM,
                overlaps.stream().map(Overlap::claim).toList());
        return overlaps;
    }

    /** What the content of such claims has. */
    private static Set<Map<String, Object>> alike(ReparationClaim claim) {
        Set<Map<String, Object>> alike = new HashSet<>();
        for (UUID person : claim.persons()) {
            alike.add(Map.of("claimant", person.toString()));
            alike.add(Map.of("onBehalfOf", List.of(person.toString())));
        }
        for (Loss loss : claim.losses()) {
            if (loss.property() != null) {
                alike.add(Map.of("losses", List.of(Map.of("property", loss.property()))));
            }
            loss.items()
                    .forEach(item -> alike.add(Map.of("losses", List.of(Map.of("items", List.of(item.toString()))))));
        }
        return alike;
    }

    private static Overlap overlap(ReparationClaim claim, RecordVersion<ReparationClaim> found) {
        ReparationClaim other = found.content();
        List<String> reasons = new ArrayList<>();
        if (common(new HashSet<>(claim.persons()), other.persons()) && common(categories(claim), categories(other))) {
            reasons.add("same-person-and-category");
        }
        if (common(properties(claim), properties(other))) {
            reasons.add("same-property");
        }
        if (common(items(claim), items(other))) {
            reasons.add("same-item-for-loss");
        }
        // Two people who were harmed by one act are the rule; the same person twice for one loss is worth a look.
        if (common(new HashSet<>(claim.persons()), other.persons())
                && common(new HashSet<>(claim.acts()), other.acts())
                && common(heads(claim), heads(other))) {
            reasons.add("same-act-and-loss");
        }
        return new Overlap(
                found.id(), other.proceedings().number(), other.status().code(), new HashSet<>(reasons));
    }

    private static <T> boolean common(Set<T> one, Iterable<T> other) {
        for (T each : other) {
            if (one.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> categories(ReparationClaim claim) {
        return claim.categories().stream()
                .map(each -> each.list() + ":" + each.code())
                .collect(Collectors.toSet());
    }

    private static Set<String> properties(ReparationClaim claim) {
        return claim.losses().stream()
                .map(Loss::property)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> items(ReparationClaim claim) {
        return claim.losses().stream().flatMap(loss -> loss.items().stream()).collect(Collectors.toSet());
    }

    private static Set<String> heads(ReparationClaim claim) {
        return claim.losses().stream().map(Loss::head).collect(Collectors.toSet());
    }
}
