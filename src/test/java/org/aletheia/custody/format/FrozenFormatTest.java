package org.aletheia.custody.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.aletheia.transparency.Hash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Freezes {@code aletheia/event/v1} byte for byte. If this test fails, the code is wrong, never the fixture: events of
 * this form are in logs that nobody can rewrite. The fixtures were computed by another program from the description in
 * docs/custody.md.
 */
@Tag("unit")
class FrozenFormatTest {

    @Test
    void fullEvent() {
        assertFrozen("event-v1-full", SealedEvent.seal(Fixtures.full(), Fixtures.countingSeed()));
    }

    @Test
    void bareEvent() {
        assertFrozen("event-v1-bare", SealedEvent.seal(Fixtures.bare(), Fixtures.onesSeed()));
    }

    @Test
    void subjectList() {
        List<String[]> table = Fixtures.table("subjects-v1.txt");
        List<RecordSubject> subjects = table.stream()
                .filter(line -> line[0].equals("subject"))
                .map(line -> new RecordSubject(line[1], line[2]))
                .toList();
        SubjectTree tree = new SubjectTree(Fixtures.countingSeed(), subjects);
        assertThat(tree.subject().root()).hasToString(table.get(5)[1]);
        for (int i = 0; i < subjects.size(); i++) {
            assertThat(tree.open(i).place()).isEqualTo(Integer.parseInt(table.get(i + 1)[3]));
        }
        List<String> path = List.of(table.get(6)).subList(1, 17);
        assertThat(tree.open(0).path()).extracting(Hash::hex).isEqualTo(path);
    }

    private static void assertFrozen(String name, SealedEvent event) {
        List<String[]> table = Fixtures.table(name + ".txt");
        assertThat(event.canonical()).isEqualTo(Fixtures.bytes(name + ".json"));
        assertThat(HexFormat.of().formatHex(event.seed().bytes())).isEqualTo(table.getFirst()[1]);
        Iterator<Hash> commitments = event.commitments().iterator();
        Iterator<String[]> lines = table.subList(1, 13).iterator();
        for (EventField field : EventField.values()) {
            String[] line = lines.next();
            assertThat(line[0]).isEqualTo(field.label());
            assertThat(HexFormat.of().formatHex(event.seed().salt(field).bytes()))
                    .isEqualTo(line[1]);
            assertThat(commitments.next()).hasToString(line[2]);
        }
        assertThat(event.entry().hex()).isEqualTo(table.get(13)[1]);
        assertThat(event.leafHash()).hasToString(table.get(14)[1]);
        SealedEvent restored = SealedEvent.restore(Fixtures.bytes(name + ".json"), event.seed());
        assertThat(restored.event()).isEqualTo(event.event());
        assertThat(restored.entry()).isEqualTo(event.entry());
    }
}
