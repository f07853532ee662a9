package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * New indexes that are filled while the old ones serve. Not committed means rolled back.
 *
 * <p>Order of durable effects: (1) each new index is created together with its alias {@code building}; from then on every
 * writer that looks up its targets writes to it too; (2) the caller fills it; (3) {@link #commit} gives it the settings of
 * an index that is searched; (4) all aliases move in one step of Elasticsearch; (5) the old indexes are deleted. After a
 * crash at (1), (2) or (3) the new indexes are leftovers and the old ones serve; after (4) the old ones are leftovers.
 * Leftovers are what no search alias points to, and the next roll-over removes them. Replicas are copied after (3): until
 * that is done a lost node means another rebuild.
 */
public final class RollOver implements AutoCloseable {
    private final ElasticsearchClient client;
    private final IndexNames names;
    private final IndexDefinition definition;
    private final Map<IndexFamily, String> created = new EnumMap<>(IndexFamily.class);
    private boolean committed;

    private RollOver(ElasticsearchClient client, IndexNames names, IndexDefinition definition) {
        this.client = client;
        this.names = names;
        this.definition = definition;
    }

    static RollOver begin(ElasticsearchClient client, IndexNames names, IndexDefinition definition, Instant now) {
        RollOver rollOver = new RollOver(client, names, definition);
        try {
            for (IndexFamily family : IndexFamily.values()) {
                rollOver.create(family, now);
            }
            return rollOver;
        } catch (RuntimeException e) {
            rollOver.close();
            throw e;
        }
    }

    /** Makes the new indexes the ones that are searched, and deletes the old. Repeating it completes one that failed. */
    public void commit() {
        Elastic.call(() -> client.indices()
                .putSettings(put -> put.index(List.copyOf(created.values())).settings(definition.searched())));
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(List.copyOf(created.values()))));
        List<String> old = replaced();
        Elastic.call(() -> client.indices().updateAliases(update -> update.actions(moves())));
        committed = true;
        delete(old);
    }

    /** Removes the new indexes unless committed; where Elasticsearch is gone, the next roll-over does. */
    @Override
    public void close() {
        if (!committed) {
            try {
                delete(List.copyOf(created.values()));
            } catch (SearchUnavailableException e) {
                committed = false;
            }
        }
    }

    private void create(IndexFamily family, Instant now) {
        String index = names.physical(family, now);
        Elastic.call(() -> client.indices().create(create -> create.withJson(definition.json())
                .index(index)
                .aliases(names.building(family), alias -> alias)));
        created.put(family, index);
    }

    private List<String> replaced() {
        return Elastic.call(() -> client.indices()
                        .getAlias(get -> get.index(names.everything()).allowNoIndices(true)))
                .aliases()
                .keySet()
                .stream()
                .filter(index -> names.family(index).isPresent() && !created.containsValue(index))
                .toList();
    }

    private List<Action> moves() {
        List<Action> actions = new ArrayList<>();
        created.forEach((family, index) -> {
            actions.add(Action.of(action -> action.remove(remove ->
                    remove.index(names.everything()).alias(names.live(family)).mustExist(false))));
            actions.add(Action.of(action -> action.remove(
                    remove -> remove.index(index).alias(names.building(family)).mustExist(false))));
            actions.add(Action.of(action -> action.add(add -> add.index(index).alias(names.live(family)))));
        });
        return actions;
    }

    private void delete(List<String> indexes) {
        if (!indexes.isEmpty()) {
            Elastic.call(() ->
                    client.indices().delete(delete -> delete.index(indexes).ignoreUnavailable(true)));
        }
    }
}
