package org.aletheia.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.evidence.record.Members.Member;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MembersTest {
    private static final Map<String, Object> CONTENT = Map.of(
            "victims",
            List.of("a", "b"),
            "party",
            Map.of("kind", "unit", "id", "u"),
            "attributions",
            List.of(Map.of("state", "s", "basis", "Art4"), Map.of("basis", "Art8")));

    @Test
    void aStarStandsForEveryElement() {
        assertThat(Members.at(CONTENT, "/victims/*"))
                .containsExactly(new Member("/victims/0", "a", Map.of()), new Member("/victims/1", "b", Map.of()));
    }

    @Test
    void whatStandsBesideIsTold() {
        assertThat(Members.at(CONTENT, "/party/id"))
                .singleElement()
                .satisfies(member -> assertThat(member.beside().get("kind")).isEqualTo("unit"));
    }

    @Test
    void whatIsNotThereIsPassedOver() {
        assertThat(Members.at(CONTENT, "/attributions/*/state"))
                .extracting(Member::pointer)
                .containsExactly("/attributions/0/state");
        for (String path : List.of("/none", "/party", "/party/id/deeper", "/victims", "/victims/0", "/party/*")) {
            assertThat(Members.at(CONTENT, path)).as(path).isEmpty();
        }
    }

    @Test
    void allValuesAreFoundUnderTheirPointers() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("a/b", 1);
        content.put("list", List.of(true, Map.of("~", "x")));
        assertThat(Members.all(content)).extracting(Member::pointer).containsExactly("/a~1b", "/list/0", "/list/1/~0");
    }
}
