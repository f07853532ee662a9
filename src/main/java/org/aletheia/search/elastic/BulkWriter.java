package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes changes to every index that must have them. Documents carry the journal's index as external version: writing
 * twice changes nothing, and an older state never replaces a newer one, whoever comes last.
 */
@ApplicationScoped
public class BulkWriter {
    /** Bounds the heap that one request takes; each text is sent once for every language it is analysed in. */
    private static final int MAX_CHARACTERS = 1_500_000;

    private static final int MAX_OPERATIONS = 1_000;

    private final ElasticsearchClient client;

    BulkWriter(ElasticClients clients) {
        this.client = clients.writing();
    }

    /**
     * Writes all, or fails after writing some; writing the same changes again completes it.
     *
     * @param targets aliases of a family, looked up after the records were committed and before they were read
     * @param visible whether searches that begin after must see the changes
     * @throws SearchUnavailableException Elasticsearch does not answer, or an index went away
     */
    public void write(Iterable<Change> changes, Function<IndexFamily, Set<String>> targets, boolean visible) {
        List<BulkOperation> pending = new ArrayList<>();
        long characters = 0;
        for (Change change : changes) {
            Optional<IndexFamily> family = IndexFamily.of(change.kind());
            for (String target : family.map(targets).orElse(Set.of())) {
                pending.add(operation(change, target));
                characters += size(change);
            }
            if (pending.size() >= MAX_OPERATIONS || characters >= MAX_CHARACTERS) {
                send(pending, visible);
                pending = new ArrayList<>();
                characters = 0;
            }
        }
        send(pending, visible);
    }

    private void send(List<BulkOperation> operations, boolean visible) {
        if (operations.isEmpty()) {
            return;
        }
        // requireAlias: a missing index must fail, not come into being with a guessed mapping
        BulkResponse answer = Elastic.call(() -> client.bulk(bulk ->
                bulk.operations(operations).requireAlias(true).refresh(visible ? Refresh.True : Refresh.False)));
        if (answer.errors()) {
            answer.items().forEach(BulkWriter::check);
        }
    }

    private static void check(BulkResponseItem item) {
        boolean gone = item.status() == 404 && item.error() == null;
        boolean newerThere = item.status() == 409;
        if (item.error() == null || gone || newerThere) {
            return;
        }
        if (item.status() == 400
                && !"illegal_argument_exception".equals(item.error().type())) {
            throw new IllegalStateException(
                    "Elasticsearch refuses a document with " + item.error().type());
        }
        throw new SearchUnavailableException(
                "Elasticsearch answers " + item.status() + " " + item.error().type());
    }

    private static BulkOperation operation(Change change, String target) {
        return change.document()
                .map(document -> BulkOperation.of(operation -> operation.index(index -> index.index(target)
                        .id(change.key())
                        .version(change.version())
                        .versionType(VersionType.ExternalGte)
                        .document(DocumentBody.of(document)))))
                .orElseGet(() -> BulkOperation.of(operation -> operation.delete(delete -> delete.index(target)
                        .id(change.key())
                        .version(change.version())
                        .versionType(VersionType.ExternalGte))));
    }

    private static long size(Change change) {
        return change.document()
                .map(SearchDocument::content)
                .map(content -> 2L * content.length())
                .orElse(1_000L);
    }
}
