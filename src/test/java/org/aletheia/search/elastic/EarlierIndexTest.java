package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.search.SearchHit;
import org.aletheia.search.elastic.SearchDocument.Granted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An index of a release that knew of no closures and of no purposes serves, and is completed as it stands. */
@Tag("it")
class EarlierIndexTest {
    private static final UUID GRANTEE = UUID.randomUUID();

    private ElasticFixture elastic;

    @BeforeEach
    void start() throws IOException {
        elastic = new ElasticFixture();
        ObjectNode body = (ObjectNode) new JsonMapper().readTree(new IndexDefinition(elastic.config).json());
        ObjectNode fields = (ObjectNode) body.at("/mappings/properties");
        fields.remove("closures");
        ((ObjectNode) fields.at("/shares/properties")).remove("purposes");
        for (IndexFamily family : IndexFamily.values()) {
            Elastic.call(() -> elastic.clients.writing().indices().create(create -> create.withJson(
                            new StringReader(body.toString()))
                    .index(elastic.names.physical(family, Instant.now()))
                    .aliases(elastic.names.live(family), alias -> alias)));
        }
    }

    @AfterEach
    void stop() throws IOException {
        elastic.close();
    }

    @Test
    void whatWasSharedIsFoundBeforeAndAfterAndPurposesFromThenOn() {
        UUID any = shared(Set.of());
        assertThat(found(null)).containsExactly(any);
        assertThat(found(Purpose.REPARATION)).containsExactly(any);

        elastic.indexes.complete();
        elastic.indexes.complete();
        UUID some = shared(Set.of(Purpose.REPARATION, Purpose.AUDIT));
        assertThat(found(null)).containsExactly(any);
        assertThat(found(Purpose.DISCLOSURE)).containsExactly(any);
        assertThat(found(Purpose.REPARATION)).containsExactlyInAnyOrder(any, some);
    }

    private UUID shared(Set<Purpose> purposes) {
        return elastic.index(new DocumentDraft()
                        .access(new SearchDocument.Access(
                                ElasticFixture.OWNER,
                                Classification.GREEN,
                                Set.of(),
                                Map.of(GRANTEE, new Granted(Optional.empty(), purposes)),
                                Set.of())))
                .id();
    }

    private List<UUID> found(@Nullable Purpose declared) {
        elastic.indexes.refresh();
        RecordFilter.Matching filter = new RecordFilter.Matching(
                RecordKind.ITEM,
                null,
                GRANTEE,
                declared,
                Set.of(Classification.values()),
                Set.of(),
                UUID.randomUUID(),
                false,
                Set.of(),
                Set.of());
        AccessScope scope = new AccessScope(List.of(filter), List.of(), Instant.now(), true, null);
        return elastic.finder.find(ElasticFixture.query(null), scope, elastic.fresh(), null).hits().stream()
                .map(SearchHit::id)
                .toList();
    }
}
