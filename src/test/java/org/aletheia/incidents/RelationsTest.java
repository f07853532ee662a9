package org.aletheia.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeLists;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RelationsTest {
    private final Relations relations = new Relations();
    private final List<String> codes = new CodeLists()
            .find("incident-relation").orElseThrow().codes().stream()
                    .map(CodeEntry::code)
                    .toList();

    @Test
    void everyCodeOfTheListHasAnInverseAndThatOneIsTheCode() {
        assertThat(codes).isNotEmpty();
        for (String code : codes) {
            assertThat(relations.knows(code)).as(code).isTrue();
            assertThat(codes).contains(relations.inverse(code));
            assertThat(relations.inverse(relations.inverse(code))).isEqualTo(code);
            assertThat(relations.stored(code)).isEqualTo(relations.stored(relations.inverse(code)));
        }
        assertThat(relations.knows("resembles")).isFalse();
        assertThat(relations.symmetric("parallel")).isTrue();
        assertThat(relations.directed()).contains("precedes", "part-of").doesNotContain("parallel", "follows");
    }

    @Test
    void aLinkIsOneWhicheverEndSaysIt() {
        Random random = new Random(22);
        for (int i = 0; i < 1000; i++) {
            UUID a = new UUID(random.nextLong(), random.nextLong());
            UUID b = new UUID(random.nextLong(), random.nextLong());
            for (String code : codes) {
                IncidentLink said = relations.link(a, code, b);
                assertThat(said).isEqualTo(relations.link(b, relations.inverse(code), a));
                assertThat(said.relationFrom(a, relations)).isEqualTo(code);
                assertThat(said.relationFrom(b, relations)).isEqualTo(relations.inverse(code));
                assertThat(said.otherThan(a)).isEqualTo(b);
                assertThat(said.otherThan(b)).isEqualTo(a);
            }
        }
    }

    @Test
    void nothingIsLinkedToItself() {
        UUID id = new UUID(1, 1);
        assertThatThrownBy(() -> relations.link(id, "precedes", id)).isInstanceOf(IllegalArgumentException.class);
    }
}
