package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.GetAliasResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The indexes of this deployment: what there is, how new ones begin, how leftovers go. */
@ApplicationScoped
public class Indexes {
    private final ElasticsearchClient client;
    private final IndexNames names;
    private final IndexDefinition definition;
    private final Clock clock;

    Indexes(ElasticClients clients, IndexNames names, IndexDefinition definition, Clock clock) {
        this.client = clients.writing();
        this.names = names;
        this.definition = definition;
        this.clock = clock;
    }

    /**
     * Asks Elasticsearch.
     *
     * @throws SearchUnavailableException it does not answer
     */
    public IndexState state() {
        GetAliasResponse found = Elastic.call(() ->
                client.indices().getAlias(get -> get.index(names.everything()).allowNoIndices(true)));
        Map<String, Set<String>> aliases = new HashMap<>();
        found.aliases().forEach((index, its) -> {
            if (names.family(index).isPresent()) {
                aliases.put(index, Set.copyOf(its.aliases().keySet()));
            }
        });
        return new IndexState(names, aliases);
    }

    /** Gives the indexes of an earlier release the fields that it did not know; those that have them stay as they are. */
    public void complete() {
        Elastic.call(() -> client.indices()
                .putMapping(put -> put.withJson(definition.additions()).index(names.live())));
    }

    /**
     * Begins new indexes of every family, after removing what an interrupted roll-over left. Only one roll-over may be
     * under way; the caller sees to that.
     */
    public RollOver rollOver() {
        remove(List.copyOf(state().unused()));
        return RollOver.begin(client, names, definition, clock.instant());
    }

    /** Makes every document that was written before visible to searches that begin after. */
    public void refresh() {
        Elastic.call(() -> client.indices()
                .refresh(refresh -> refresh.index(names.everything()).allowNoIndices(true)));
    }

    private void remove(List<String> indexes) {
        if (!indexes.isEmpty()) {
            Elastic.call(() ->
                    client.indices().delete(delete -> delete.index(indexes).ignoreUnavailable(true)));
        }
    }
}
