package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.ClaimNarrative;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.Sharing;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchHit;
import org.aletheia.search.SearchQuery;
import org.aletheia.search.SearchResults.FacetValue;
import org.aletheia.search.elastic.AccessScope.Restricted;
import org.aletheia.search.elastic.SearchDocument.Granted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Property: for any principal, hits, count and facets of a search are exactly those records that the policy lets them
 * list one by one.
 */
@Tag("it")
class AccessFilterTest {
    private static final int RECORDS = 400;
    private static final int PRINCIPALS = 120;
    private static final Instant NOW = Instant.now();
    private static final List<UUID> ORGANISATIONS =
            List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final List<UUID> MEMBERS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final List<String> COMPARTMENTS = List.of("alpha", "beta", "gamma", Principal.ABUSE_MATERIAL);
    private static final List<RecordKind> KINDS = List.copyOf(IndexFamily.searchable());
    private static final List<ClosureGround> GROUNDS = Arrays.stream(ClosureGround.values())
            .filter(ClosureGround::closesRecord)
            .toList();
    private static final AccessPolicy POLICY = new AccessPolicy();

    private static ElasticFixture elastic;
    private static final Random RANDOM = new Random(20260131);
    private static final DrawnCallers CALLERS = new DrawnCallers(RANDOM, MEMBERS, ORGANISATIONS, COMPARTMENTS);
    private static final List<SearchDocument> DOCUMENTS = new ArrayList<>();

    @BeforeAll
    static void fill() {
        elastic = new ElasticFixture().withIndexes();
        for (int i = 0; i < RECORDS; i++) {
            DOCUMENTS.add(randomDocument());
        }
        elastic.index(DOCUMENTS);
    }

    @AfterAll
    static void stop() throws IOException {
        elastic.close();
    }

    @Test
    void searchShowsExactlyWhatDirectReadsAllow() {
        PointInTime point = elastic.fresh();
        int seen = 0;
        for (int i = 0; i < PRINCIPALS; i++) {
            Principal principal = CALLERS.drawn();
            Set<UUID> allowed = DOCUMENTS.stream()
                    .filter(document -> listable(principal, document))
                    .map(SearchDocument::id)
                    .collect(Collectors.toSet());
            Found found = find(principal, List.of(), point);

            assertThat(ids(found)).isEqualTo(allowed);
            assertThat(found.total()).isEqualTo(allowed.size());
            assertThat(counts(found, Facet.KIND)).isEqualTo(expectedKinds(allowed));
            assertThat(counts(found, Facet.MARKING).values().stream()
                            .mapToLong(n -> n)
                            .sum())
                    .isEqualTo(allowed.size());
            seen += allowed.size();
        }
        assertThat(seen).as("the property was not tried on nothing").isGreaterThan(PRINCIPALS);
    }

    @Test
    void restrictedRecordsAreInNeitherHitsNorCountsNorFacets() {
        Principal principal = principal(ORGANISATIONS.getFirst(), Classification.RED, Set.copyOf(COMPARTMENTS));
        PointInTime point = elastic.fresh();
        Found before = find(principal, List.of(), point);
        SearchHit hidden = before.hits().getFirst();

        Found after = find(principal, List.of(new Restricted(hidden.kind(), hidden.id())), point);

        assertThat(ids(after)).isEqualTo(without(ids(before), hidden.id()));
        assertThat(after.total()).isEqualTo(before.total() - 1);
        assertThat(counts(after, Facet.KIND).values().stream().mapToLong(n -> n).sum())
                .isEqualTo(before.total() - 1);
    }

    /** Who inquires finds what is open to their body; for others it is as any record. */
    @Test
    void aNarrativeIsFoundByWhoInquiresInABodyToWhichItIsOpen() {
        Principal principal = principal(UUID.randomUUID(), Classification.RED, Set.of());
        UUID organisation = principal.organisation();
        SearchDocument.Access own =
                new SearchDocument.Access(organisation, Classification.CLEAR, Set.of(), Map.of(), Set.of());
        String open = ClaimNarrative.LIST + ":" + ClaimNarrative.openTo(organisation);
        String other = ClaimNarrative.LIST + ":" + ClaimNarrative.openTo(UUID.randomUUID());
        DocumentDraft plain = new DocumentDraft().access(own);
        DocumentDraft opened = new DocumentDraft().access(own).codes(ClaimNarrative.APART, open, other);
        DocumentDraft closed = new DocumentDraft().access(own).codes(ClaimNarrative.APART, other);
        elastic.index(plain);
        elastic.index(opened);
        elastic.index(closed);
        AccessScope all = scope(principal, List.of());
        AccessScope inquiring =
                new AccessScope(all.filters(), all.restricted(), all.now(), all.content(), organisation);

        assertThat(ids(elastic.finder.find(ElasticFixture.query(null), all, elastic.fresh(), null)))
                .containsExactlyInAnyOrder(
                        plain.document().id(),
                        opened.document().id(),
                        closed.document().id());
        Found found = elastic.finder.find(ElasticFixture.query(null), inquiring, elastic.fresh(), null);
        assertThat(ids(found))
                .containsExactlyInAnyOrder(
                        plain.document().id(), opened.document().id());
        assertThat(found.total()).isEqualTo(2);
    }

    @Test
    void scoresTellNothingOfHiddenRecords() {
        Principal principal = principal(UUID.randomUUID(), Classification.RED, Set.of());
        SearchDocument.Access own =
                new SearchDocument.Access(principal.organisation(), Classification.CLEAR, Set.of(), Map.of(), Set.of());
        elastic.index(new DocumentDraft().access(own).languages("en").content("A rare word: kalabrina."));
        double before = scoreOf(principal, "kalabrina");
        for (int i = 0; i < 20; i++) {
            elastic.index(new DocumentDraft().languages("en").content("kalabrina again and again, kalabrina"));
        }

        assertThat(scoreOf(principal, "kalabrina")).isEqualTo(before);
    }

    private static double scoreOf(Principal principal, String text) {
        Found found =
                elastic.finder.find(ElasticFixture.query(text), scope(principal, List.of()), elastic.fresh(), null);
        assertThat(found.total()).isEqualTo(1);
        return found.hits().getFirst().score();
    }

    private static Found find(Principal principal, List<Restricted> restricted, PointInTime point) {
        SearchQuery query = new SearchQuery(
                null, Set.of(), Set.of(), Set.of(), null, null, null, null, EnumSet.allOf(Facet.class), RECORDS);
        return elastic.finder.find(query, scope(principal, restricted), point, null);
    }

    /** A caller who may list nothing is answered before Elasticsearch is asked; here by a filter that matches nothing. */
    private static AccessScope scope(Principal principal, List<Restricted> restricted) {
        List<RecordFilter.Matching> filters = new ArrayList<>();
        for (RecordKind kind : KINDS) {
            if (POLICY.filter(principal, kind) instanceof RecordFilter.Matching matching) {
                filters.add(matching);
            }
        }
        return new AccessScope(filters, restricted, NOW, true, null);
    }

    private static boolean listable(Principal principal, SearchDocument document) {
        SearchDocument.Access access = document.access();
        Sharing shared = Optional.ofNullable(access.shares().get(principal.organisation()))
                .filter(granted -> granted.ends().map(NOW::isBefore).orElse(true))
                .map(granted -> Sharing.of(granted.purposes()))
                .orElse(Sharing.NONE);
        ProtectedRecord record = new ProtectedRecord(
                        document.kind(),
                        document.id(),
                        access.ownerOrg(),
                        access.classification(),
                        access.compartments(),
                        access.confinedTo())
                .closedBy(standing(access.closures()));
        return POLICY.decide(principal, AccessIntent.LIST, record, shared).permitted();
    }

    private static SearchDocument randomDocument() {
        Map<UUID, Granted> shares = new HashMap<>();
        for (UUID organisation : some(ORGANISATIONS)) {
            Set<Purpose> purposes = RANDOM.nextBoolean() ? Set.of() : some(List.of(Purpose.values()));
            shares.put(organisation, new Granted(randomEnd(), purposes));
        }
        return new DocumentDraft()
                .kind(one(KINDS))
                .access(new SearchDocument.Access(
                        one(ORGANISATIONS),
                        one(List.of(Classification.values())),
                        RANDOM.nextBoolean() ? Set.of() : some(COMPARTMENTS),
                        shares,
                        RANDOM.nextBoolean() ? Set.of() : some(MEMBERS),
                        RANDOM.nextBoolean() ? Map.of() : randomClosures()))
                .markings(one(List.of("graphic", "child", "remains")))
                .document();
    }

    private static Map<ClosureGround, Optional<Instant>> randomClosures() {
        Map<ClosureGround, Optional<Instant>> closures = new EnumMap<>(ClosureGround.class);
        for (int i = RANDOM.nextInt(3); i >= 0; i--) {
            closures.put(one(GROUNDS), randomEnd());
        }
        return closures;
    }

    private static Set<ClosureGround> standing(Map<ClosureGround, Optional<Instant>> closures) {
        return closures.entrySet().stream()
                .filter(closure -> closure.getValue().map(NOW::isBefore).orElse(true))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> randomEnd() {
        return switch (RANDOM.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(NOW.minus(Duration.ofMinutes(1)));
            default -> Optional.of(NOW.plus(Duration.ofDays(1)));
        };
    }

    private static Principal principal(UUID organisation, Classification clearance, Set<String> compartments) {
        return new Principal(
                UUID.randomUUID(),
                "issuer",
                "subject",
                organisation,
                Set.of(Role.INVESTIGATOR),
                clearance,
                compartments);
    }

    private static Map<String, Long> expectedKinds(Set<UUID> allowed) {
        return DOCUMENTS.stream()
                .filter(document -> allowed.contains(document.id()))
                .collect(Collectors.groupingBy(document -> document.kind().code(), Collectors.counting()));
    }

    private static Map<String, Long> counts(Found found, Facet facet) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    private static Set<UUID> ids(Found found) {
        return found.hits().stream().map(SearchHit::id).collect(Collectors.toSet());
    }

    private static Set<UUID> without(Set<UUID> ids, UUID id) {
        Set<UUID> rest = new HashSet<>(ids);
        rest.remove(id);
        return rest;
    }

    private static <T> T one(List<T> values) {
        return values.get(RANDOM.nextInt(values.size()));
    }

    private static <T> Set<T> some(List<T> values) {
        return values.stream().filter(value -> RANDOM.nextBoolean()).collect(Collectors.toSet());
    }
}
