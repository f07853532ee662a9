package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import co.elastic.clients.json.JsonData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.aletheia.search.SearchConfig;
import org.aletheia.search.SearchHit;
import org.aletheia.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** Runs one search in one request. */
@ApplicationScoped
public class Finder {
    /** Counting further costs time and changes nobody's next step. */
    private static final int COUNTED = 10_000;

    private static final String TITLE = Fields.folded(Fields.TITLE);

    private final ElasticsearchClient client;
    private final SearchConfig config;

    Finder(ElasticClients clients, SearchConfig config) {
        this.client = clients.searching();
        this.config = config;
    }

    /**
     * Finds what the scope allows.
     *
     * @param after null for the first page
     * @throws SearchUnavailableException Elasticsearch does not answer in time
     * @throws PointInTimeGoneException the point is closed
     */
    public Found find(SearchQuery query, AccessScope scope, PointInTime point, @Nullable Position after) {
        Highlighting highlighting = new Highlighting(Fields.texts(scope.content()));
        SearchRequest request = request(query, scope, point, after, highlighting);
        SearchResponse<Void> answer = Elastic.callAtPoint(() -> client.search(request, Void.class));
        if (answer.shards().failed().intValue() > 0) {
            throw new PointInTimeGoneException();
        }
        if (answer.timedOut()) {
            throw new SearchUnavailableException("Elasticsearch took too long for the whole answer");
        }
        List<Hit<Void>> hits = answer.hits().hits();
        TotalHits total = Objects.requireNonNull(answer.hits().total());
        return new Found(
                hits.stream().map(hit -> hit(hit, highlighting)).toList(),
                total.value(),
                total.relation() == TotalHitsRelation.Eq,
                FacetCounts.answered(answer.aggregations()),
                new PointInTime(Objects.requireNonNullElse(answer.pitId(), point.id()), point.openedAt()),
                hits.isEmpty() ? null : position(hits.getLast()));
    }

    private SearchRequest request(
            SearchQuery query,
            AccessScope scope,
            PointInTime point,
            @Nullable Position after,
            Highlighting highlighting) {
        String text = query.text();
        Query words = text == null ? null : TextQuery.of(text, scope.content());
        SearchRequest.Builder request = new SearchRequest.Builder()
                .pit(pit -> pit.id(point.id())
                        .keepAlive(alive -> alive.time(config.cursorLifetime().toSeconds() + "s")))
                .query(allowed(query, scope, words))
                .size(query.limit())
                .source(source -> source.fetch(false))
                .storedFields(TITLE)
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .trackTotalHits(total -> total.count(COUNTED))
                .timeout(config.searchTimeout().toMillis() + "ms");
        if (text != null && words != null) {
            request.highlight(highlighting.asked(text, words));
        }
        if (!query.facets().isEmpty()) {
            request.aggregations(FacetCounts.asked(query.facets()));
        }
        if (after != null) {
            request.searchAfter(FieldValue.of(after.score()), FieldValue.of(after.document()));
        }
        return request.build();
    }

    private static Query allowed(SearchQuery query, AccessScope scope, @Nullable Query words) {
        return Query.of(q -> q.bool(bool -> {
            bool.filter(AccessFilter.of(scope)).filter(Filters.of(query));
            return words == null ? bool : bool.must(words);
        }));
    }

    private static SearchHit hit(Hit<Void> hit, Highlighting highlighting) {
        String key = Objects.requireNonNull(hit.id());
        return new SearchHit(
                DocumentKey.kind(key),
                DocumentKey.id(key),
                Objects.requireNonNullElse(hit.score(), 0.0),
                title(hit),
                highlighting.answered(hit.highlight()));
    }

    private static @Nullable String title(Hit<Void> hit) {
        JsonData title = hit.fields().get(TITLE);
        return title == null ? null : title.toJson().asJsonArray().getString(0);
    }

    private static Position position(Hit<Void> hit) {
        return new Position(hit.sort().get(0).doubleValue(), hit.sort().get(1).longValue());
    }

    /** Where a page ends: the score and, among equals, the place in the point in time. */
    public record Position(double score, long document) {}
}
