package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** New indexes replace old ones as a whole or not at all, and an older state never replaces a newer one. */
@Tag("it")
class RollOverTest {
    private ElasticFixture elastic;

    @BeforeEach
    void start() {
        elastic = new ElasticFixture();
    }

    @AfterEach
    void stop() throws IOException {
        elastic.close();
    }

    @Test
    void withoutIndexesThereIsNothingToWriteToOrSearch() {
        assertThat(elastic.indexes.state().searchable()).isFalse();
        assertThatThrownBy(() -> elastic.indexes.state().requireTargets())
                .isInstanceOf(SearchUnavailableException.class);
        assertThatThrownBy(() -> elastic.points.current()).isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void notCommittedMeansRolledBack() {
        elastic.withIndexes();
        UUID kept = elastic.index(new DocumentDraft().title("kept")).id();
        RollOver rollOver = elastic.indexes.rollOver();
        rollOver.close();

        assertThat(elastic.idsFor("kept")).containsExactly(kept);
        assertThat(elastic.indexes.state().unused()).isEmpty();
    }

    @Test
    void leftoversOfACrashAreRemovedByTheNext() {
        elastic.withIndexes();
        RollOver crashed = elastic.indexes.rollOver();
        assertThat(elastic.indexes.state().unused()).hasSize(IndexFamily.values().length);
        try (RollOver next = elastic.indexes.rollOver()) {
            next.commit();
        }

        assertThat(elastic.indexes.state().unused()).isEmpty();
        assertThat(elastic.indexes.state().searchable()).isTrue();
        crashed.close();
        assertThat(elastic.indexes.state().searchable()).isTrue();
    }

    @Test
    void aCommitThatIsRepeatedChangesNothing() {
        try (RollOver rollOver = elastic.indexes.rollOver()) {
            rollOver.commit();
            UUID kept = elastic.index(new DocumentDraft().title("kept")).id();
            rollOver.commit();
            assertThat(elastic.idsFor("kept")).containsExactly(kept);
        }

        assertThat(elastic.indexes.state().searchable()).isTrue();
        assertThat(elastic.indexes.state().unused()).isEmpty();
    }

    @Test
    void writesDuringARollOverReachBothAndTheNewerStays() {
        elastic.withIndexes();
        DocumentDraft old = new DocumentDraft().title("before");
        elastic.index(old);
        SearchDocument changed = copy(old.document(), "after");
        try (RollOver rollOver = elastic.indexes.rollOver()) {
            IndexState state = elastic.indexes.state();
            elastic.write(List.of(change(changed, 20)));
            assertThat(elastic.idsFor("after")).as("the old index serves").containsExactly(changed.id());
            elastic.writer.write(Stream.of(change(old.document(), 10)), state::buildingTargets, false);
            rollOver.commit();
        }

        assertThat(elastic.idsFor("before")).isEmpty();
        assertThat(elastic.idsFor("after")).containsExactly(changed.id());
    }

    @Test
    void aDeletedRecordDoesNotComeBackWithALateWrite() {
        elastic.withIndexes();
        SearchDocument document = new DocumentDraft().title("gone").document();
        elastic.write(List.of(new Change(document.kind(), document.id(), 30, Optional.empty())));
        elastic.write(List.of(change(document, 29)));

        assertThat(elastic.idsFor("gone")).isEmpty();
    }

    @Test
    void aMissingIndexIsNeverMadeByAWrite() {
        elastic.withIndexes();
        IndexState stale = elastic.indexes.state();
        try (RollOver rollOver = elastic.indexes.rollOver()) {
            IndexState during = elastic.indexes.state();
            rollOver.commit();
            assertThatThrownBy(() -> elastic.writer.write(
                            Stream.of(change(new DocumentDraft().document(), 1)), during::targets, true))
                    .isInstanceOf(SearchUnavailableException.class);
        }
        elastic.writer.write(Stream.of(change(new DocumentDraft().title("fine").document(), 1)), stale::targets, true);

        assertThat(elastic.idsFor("fine")).hasSize(1);
    }

    @Test
    void anIndexIsRefreshedOnceItIsSearched() throws IOException {
        try (RollOver rollOver = elastic.indexes.rollOver()) {
            assertThat(refreshIntervals()).containsOnly("-1");
            rollOver.commit();
        }

        assertThat(refreshIntervals()).containsOnly("500ms");
    }

    @Test
    void aPointInTimeOfAReplacedIndexIsGone() {
        elastic.withIndexes();
        PointInTime point = elastic.fresh();
        elastic.withIndexes();

        assertThatThrownBy(
                        () -> elastic.finder.find(ElasticFixture.query(null), ElasticFixture.everything(), point, null))
                .isInstanceOf(PointInTimeGoneException.class);
    }

    @Test
    void anUnreachableNodeIsNamedQuickly() throws IOException {
        try (ElasticFixture nowhere = ElasticFixture.unreachable(URI.create("http://127.0.0.1:9"))) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> nowhere.indexes.state()).isInstanceOf(SearchUnavailableException.class);
            assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        }
    }

    private List<String> refreshIntervals() throws IOException {
        return elastic
                .clients
                .writing()
                .indices()
                .getSettings(get -> get.index(elastic.names.everything()))
                .settings()
                .values()
                .stream()
                .map(index -> Optional.ofNullable(index.settings())
                        .map(IndexSettings::index)
                        .map(IndexSettings::refreshInterval)
                        .map(Time::time)
                        .orElse("not stated"))
                .toList();
    }

    private static Change change(SearchDocument document, long version) {
        return new Change(document.kind(), document.id(), version, Optional.of(document));
    }

    private static SearchDocument copy(SearchDocument of, String title) {
        return new SearchDocument(
                of.kind(),
                of.id(),
                of.access(),
                of.languages(),
                of.markings(),
                of.codes(),
                of.identifiers(),
                of.names(),
                of.dates(),
                of.places(),
                title,
                null,
                null);
    }
}
