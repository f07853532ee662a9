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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Writes changes to every index that must have them. Documents carry the journal's index as external version: writing
 * twice changes nothing, and an older state never replaces a newer one, whoever comes last.
 */
@ApplicationScoped
public class BulkWriter {
    private static final Logger LOG = Logger.getLogger(BulkWriter.class);

    private final ElasticsearchClient client;

    BulkWriter(ElasticClients clients) {
        this.client = clients.writing();
    }

    /** A change on its way to one index. */
    record Write(Change change, String target) {}

    /**
     * Writes all, or fails after writing some; writing the same changes again completes it. The stream is read on while a
     * request is under way; none is when this returns or throws.
     *
     * @param targets aliases of a family, looked up after the records were committed and before they were read
     * @param visible whether searches that begin after must see the changes
     * @throws SearchUnavailableException Elasticsearch does not answer, or an index went away
     */
    public void write(Stream<Change> changes, Function<IndexFamily, Set<String>> targets, boolean visible) {
        write(changes, targets, writes -> send(writes, visible));
    }

    /**
     * As {@link #write}, of so much that Elasticsearch may have no room for it at times, and visible when it chooses.
     *
     * @throws SearchUnavailableException as there, or it had no room for longer than the patience lasts
     */
    public void load(Stream<Change> changes, Function<IndexFamily, Set<String>> targets, Patience patience) {
        write(changes, targets, writes -> patience.run(() -> send(writes, false)));
    }

    private static void write(
            Stream<Change> changes, Function<IndexFamily, Set<String>> targets, Consumer<List<Write>> sending) {
        try (BulkRequests requests = new BulkRequests(sending)) {
            changes.forEachOrdered(change -> IndexFamily.of(change.kind())
                    .map(targets)
                    .orElse(Set.of())
                    .forEach(target -> requests.add(new Write(change, target))));
            requests.finish();
        }
    }

    /** A text that Elasticsearch refuses must not stop every change behind it: its record is indexed without texts. */
    private void send(List<Write> writes, boolean visible) {
        List<Write> refused = bulk(writes, visible);
        refused.forEach(write -> LOG.errorf(
                "%s %s is indexed without its texts, which Elasticsearch refuses",
                write.change().kind().code(), write.change().id()));
        List<Write> again = refused.stream()
                .map(write -> new Write(write.change().withoutTexts(), write.target()))
                .toList();
        if (!bulk(again, visible).isEmpty()) {
            throw new IllegalStateException("Elasticsearch refuses a document without texts");
        }
    }

    /** @return what was refused because of what it says */
    private List<Write> bulk(List<Write> writes, boolean visible) {
        List<Write> refused = new ArrayList<>();
        if (writes.isEmpty()) {
            return refused;
        }
        // requireAlias: a missing index must fail, not come into being with a guessed mapping
        BulkResponse answer = Elastic.call(() -> client.bulk(bulk -> bulk.operations(
                        writes.stream().map(BulkWriter::operation).toList())
                .requireAlias(true)
                .refresh(visible ? Refresh.True : Refresh.False)));
        if (answer.errors()) {
            for (int i = 0; i < writes.size(); i++) {
                if (refused(answer.items().get(i))) {
                    refused.add(writes.get(i));
                }
            }
        }
        return refused;
    }

    private static boolean refused(BulkResponseItem item) {
        return switch (item.status()) {
            case 400 -> true;
            // 409: something newer is there already
            case 200, 201, 409 -> false;
            default -> {
                if (item.error() == null) {
                    yield false; // 404 of a delete: it was not there
                }
                throw Elastic.unavailable(item.status(), item.error().type());
            }
        };
    }

    private static BulkOperation operation(Write write) {
        Change change = write.change();
        return change.document()
                .map(document -> BulkOperation.of(operation -> operation.index(index -> index.index(write.target())
                        .id(change.key())
                        .version(change.version())
                        .versionType(VersionType.ExternalGte)
                        .document(DocumentBody.of(document)))))
                .orElseGet(() -> BulkOperation.of(operation -> operation.delete(delete -> delete.index(write.target())
                        .id(change.key())
                        .version(change.version())
                        .versionType(VersionType.ExternalGte))));
    }
}
