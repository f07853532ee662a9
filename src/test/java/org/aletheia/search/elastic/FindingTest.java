package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchHit;
import org.aletheia.search.SearchQuery;
import org.aletheia.search.SearchResults.FacetValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters, facets, highlights and paging, each on an index of its own. */
@Tag("it")
class FindingTest {
    private ElasticFixture elastic;

    @BeforeEach
    void start() {
        elastic = new ElasticFixture().withIndexes();
    }

    @AfterEach
    void stop() throws IOException {
        elastic.close();
    }

    @Test
    void datesOverlap() {
        UUID march = id(new DocumentDraft().dates("2014-03"));
        UUID openEnd = id(new DocumentDraft().dates("2013/.."));
        UUID several = id(new DocumentDraft().dates("1999", "2020-05-05"));
        id(new DocumentDraft());

        assertThat(between("2014-03-31T23:00:00Z", "2014-04-02T00:00:00Z")).containsExactlyInAnyOrder(march, openEnd);
        assertThat(between(null, "2000-01-01T00:00:00Z")).containsExactly(several);
        assertThat(between("2020-01-01T00:00:00Z", null)).containsExactlyInAnyOrder(openEnd, several);
    }

    @Test
    void placesAreFoundByDistanceAndByBoxAlsoAcrossTheDateLine() {
        UUID damascus = id(new DocumentDraft().place(36.29, 33.51));
        UUID homs = id(new DocumentDraft().place(36.72, 34.73));
        UUID taveuni = id(new DocumentDraft().place(-179.9, -16.8));

        assertThat(near(36.3, 33.5, 20)).containsExactly(damascus);
        assertThat(near(36.3, 33.5, 200)).containsExactlyInAnyOrder(damascus, homs);
        assertThat(inside(36.5, 34, 37, 35)).containsExactly(homs);
        assertThat(inside(179, -18, -179, -16)).containsExactly(taveuni);
    }

    @Test
    void facetsCount() {
        elastic.index(List.of(
                new DocumentDraft()
                        .languages("ar", "en")
                        .dates("2014/2015")
                        .place(36.29, 33.51)
                        .document(),
                new DocumentDraft()
                        .languages("ar")
                        .dates("2015-06")
                        .markings("graphic")
                        .place(36.3, 33.6)
                        .document(),
                new DocumentDraft().kind(RecordKind.INCIDENT).dates("1850/1950").document()));

        Found found = elastic.find(ElasticFixture.query(null, Set.of(Facet.values())));

        assertThat(found.facets().get(Facet.KIND))
                .containsExactlyInAnyOrder(new FacetValue("item", 2), new FacetValue("incident", 1));
        assertThat(found.facets().get(Facet.LANGUAGE))
                .containsExactlyInAnyOrder(new FacetValue("ar", 2), new FacetValue("en", 1));
        assertThat(found.facets().get(Facet.YEAR))
                .containsExactlyInAnyOrder(
                        new FacetValue("2015", 2),
                        new FacetValue("2014", 1),
                        new FacetValue("1850", 1),
                        new FacetValue("1950", 1));
        assertThat(found.facets().get(Facet.MARKING)).containsExactly(new FacetValue("graphic", 1));
        assertThat(found.facets().get(Facet.PLACE)).containsExactly(new FacetValue("svc", 2));
    }

    @Test
    void facetsAreEmptyWhereNothingMatches() {
        Found found = elastic.find(ElasticFixture.query("nothing", Set.of(Facet.values())));

        assertThat(found.facets().values())
                .allSatisfy(values -> assertThat(values).isEmpty());
        assertThat(found.total()).isZero();
    }

    @Test
    void highlightsAreTextWithPositionsWhateverTheContent() {
        String hostile = "<script>alert('x')</script> <em>villages</em> & \"burned\" \uE000villages\uE001";
        elastic.index(new DocumentDraft().languages("en").title("Villages").content(hostile));

        SearchHit hit = elastic.find(ElasticFixture.query("village")).hits().getFirst();

        assertThat(hit.title()).isEqualTo("Villages");
        SearchHit.Highlight highlight = hit.highlights().stream()
                .filter(each -> each.field().equals("content"))
                .findFirst()
                .orElseThrow();
        assertThat(hostile).contains(highlight.text());
        assertThat(highlight.marks()).hasSize(2).allSatisfy(mark -> assertThat(
                        highlight.text().substring(mark.start(), mark.end()))
                .isEqualTo("villages"));
    }

    @Test
    void aVeryLongTextIsFoundAndHighlightedAsFarAsElasticsearchAnalyses() {
        String text = "begin " + "lorem ipsum dolor ".repeat(55_000) + " omega";
        UUID id = id(new DocumentDraft().languages("en").content(text));

        assertThat(elastic.idsFor("begin")).containsExactly(id);
        assertThat(elastic.idsFor("omega")).containsExactly(id);
    }

    @Test
    void pagesAreStableWhileOthersWrite() {
        List<SearchDocument> first = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            first.add(new DocumentDraft().title("convoy " + i).document());
        }
        elastic.index(first);
        SearchQuery query =
                new SearchQuery("convoy", Set.of(), Set.of(), Set.of(), null, null, null, null, Set.of(), 10);
        List<UUID> seen = new ArrayList<>();
        PointInTime point = elastic.fresh();
        Finder.Position after = null;
        for (int page = 0; page < 6; page++) {
            Found found = elastic.finder.find(query, ElasticFixture.everything(), point, after);
            found.hits().forEach(hit -> seen.add(hit.id()));
            assertThat(found.total()).isEqualTo(57);
            elastic.index(new DocumentDraft().title("convoy convoy, new"));
            elastic.write(List.of(
                    new Change(RecordKind.ITEM, first.get(50 + page).id(), 1_000_000 + page, Optional.empty())));
            point = found.point();
            after = found.last();
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        first.stream().map(SearchDocument::id).toList());
    }

    @Test
    void textOfProtectedRecordsIsNotThere() {
        SearchDocument whole = new DocumentDraft()
                .names("Canary Name")
                .title("Canary title")
                .content("canary text")
                .place(36.291234, 33.512345)
                .identifiers("V-7K2Q")
                .document();
        elastic.index(List.of(whole.withoutIdentifyingText()));

        assertThat(elastic.idsFor("canary")).isEmpty();
        assertThat(elastic.idsFor("V-7K2Q")).containsExactly(whole.id());
        assertThat(near(36.25, 33.75, 1)).containsExactly(whole.id());
        assertThat(near(36.291234, 33.512345, 10)).isEmpty();
    }

    @Test
    void allCodesThatAreAskedForMustBeThere() {
        UUID both = id(new DocumentDraft().codes("harm:death", "country:UA"));
        UUID one = id(new DocumentDraft().codes("harm:death"));
        assertThat(coded("harm:death")).contains(both, one);
        assertThat(coded("harm:death", "country:UA")).contains(both).doesNotContain(one);
        assertThat(coded("harm:dea")).isEmpty();
    }

    private List<UUID> coded(String... codes) {
        return ids(new SearchQuery(null, Set.of(), Set.of(), Set.of(codes), null, null, null, null, Set.of(), 50));
    }

    private UUID id(DocumentDraft draft) {
        return elastic.index(draft).id();
    }

    private List<UUID> between(@Nullable String from, @Nullable String to) {
        return ids(new SearchQuery(
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                from == null ? null : Instant.parse(from),
                to == null ? null : Instant.parse(to),
                null,
                null,
                Set.of(),
                50));
    }

    private List<UUID> near(double longitude, double latitude, double kilometres) {
        SearchQuery.Near near = new SearchQuery.Near(new GeoPoint(longitude, latitude), kilometres);
        return ids(new SearchQuery(null, Set.of(), Set.of(), Set.of(), null, null, near, null, Set.of(), 50));
    }

    private List<UUID> inside(double west, double south, double east, double north) {
        SearchQuery.Box box = new SearchQuery.Box(west, south, east, north);
        return ids(new SearchQuery(null, Set.of(), Set.of(), Set.of(), null, null, null, box, Set.of(), 50));
    }

    private List<UUID> ids(SearchQuery query) {
        return elastic.find(query).hits().stream().map(SearchHit::id).toList();
    }
}
