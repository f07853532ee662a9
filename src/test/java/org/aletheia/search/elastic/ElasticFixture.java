package org.aletheia.search.elastic;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordFilter;
import org.aletheia.search.Facet;
import org.aletheia.search.SearchConfig;
import org.aletheia.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** The Elasticsearch side of search, without the server, on the stack's real node and with indexes of its own. */
final class ElasticFixture implements AutoCloseable {
    static final UUID OWNER = UUID.randomUUID();

    final SearchConfig config;
    final ElasticClients clients;
    final IndexNames names;
    final Indexes indexes;
    final BulkWriter writer;
    final PointsInTime points;
    final Finder finder;
    private long version;
    private boolean reachable = true;

    ElasticFixture() {
        this(stackUrl());
    }

    ElasticFixture(URI url) {
        config = new TestSearchConfig(url, "t" + UUID.randomUUID().toString().substring(0, 8));
        clients = new ElasticClients(config);
        names = new IndexNames(config);
        indexes = new Indexes(clients, names, new IndexDefinition(config), Clock.systemUTC());
        writer = new BulkWriter(clients);
        points = new PointsInTime(clients, names, config, Clock.systemUTC());
        finder = new Finder(clients, config);
    }

    static URI stackUrl() {
        Properties stack = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of(System.getProperty("aletheia.stack")), StandardCharsets.UTF_8)) {
            stack.load(file);
        } catch (IOException e) {
            throw new IllegalStateException("the stack is described by -Daletheia.stack=FILE", e);
        }
        return URI.create(stack.getProperty("aletheia.search.url"));
    }

    /** A fixture that cleans nothing up, since nothing is there. */
    static ElasticFixture unreachable(URI url) {
        ElasticFixture fixture = new ElasticFixture(url);
        fixture.reachable = false;
        return fixture;
    }

    ElasticFixture withIndexes() {
        try (RollOver rollOver = indexes.rollOver()) {
            rollOver.commit();
        }
        return this;
    }

    SearchDocument index(DocumentDraft draft) {
        index(List.of(draft.document()));
        return draft.document();
    }

    void index(List<SearchDocument> documents) {
        write(documents.stream()
                .map(document -> new Change(document.kind(), document.id(), ++version, Optional.of(document)))
                .toList());
    }

    void write(List<Change> changes) {
        writer.write(changes.stream(), indexes.state()::targets, true);
    }

    /** Searches as somebody of the owner's organisation who may see everything of it. */
    Found find(SearchQuery query) {
        return finder.find(query, everything(), fresh(), null);
    }

    List<UUID> idsFor(String text) {
        return find(query(text)).hits().stream().map(hit -> hit.id()).toList();
    }

    PointInTime fresh() {
        PointInTime point = points.current();
        points.forget(point);
        return points.current();
    }

    static AccessScope everything() {
        List<RecordFilter.Matching> filters = IndexFamily.searchable().stream()
                .map(kind -> new RecordFilter.Matching(
                        kind,
                        OWNER,
                        null,
                        null,
                        Set.of(Classification.values()),
                        Set.of("alpha", "beta"),
                        OWNER,
                        false,
                        Set.of(),
                        Set.of()))
                .toList();
        return new AccessScope(filters, List.of(), Instant.now(), true, null);
    }

    static SearchQuery query(@Nullable String text) {
        return query(text, Set.of());
    }

    static SearchQuery query(@Nullable String text, Set<Facet> facets) {
        return new SearchQuery(text, Set.of(), Set.of(), Set.of(), null, null, null, null, facets, 50);
    }

    @Override
    public void close() throws IOException {
        if (reachable) {
            removeIndexes();
        }
        clients.close();
    }

    private void removeIndexes() throws IOException {
        List<String> own = List.copyOf(clients.writing()
                .indices()
                .getAlias(get -> get.index(names.everything()))
                .aliases()
                .keySet());
        if (!own.isEmpty()) {
            clients.writing().indices().delete(delete -> delete.index(own));
        }
    }
}
