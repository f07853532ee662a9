package org.aletheia.custody.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Event types only grow. The table has a line for each schema that was released (code, group, version, keys of detail), and
 * one without a version for each type that is known and not recorded yet. Lines are added to it, never changed or removed.
 */
@Tag("unit")
class EventTypesFrozenTest {
    private static final String TABLE = "event-types-v1.txt";

    @Test
    void nothingThatWasReleasedIsTakenBack() {
        assertThat(broken(frozen(), EventTypes.all())).isEmpty();
    }

    /** What is not in the table is not protected: add the lines that are missing. */
    @Test
    void theTableHasEverySchema() {
        Set<String> lines = frozen().stream().map(Line::text).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (EventType type : EventTypes.all()) {
            String start = type.code() + " " + group(type);
            boolean notRecorded = lines.contains(start) && type.schemas().equals(List.of(new TreeSet<>()));
            for (int version = 1; version <= type.schemaVersion() && !notRecorded; version++) {
                String line = String.join(
                        " ", words(start + " " + version, type.schemas().get(version - 1)));
                if (!lines.contains(line)) {
                    missing.add(line);
                }
            }
        }
        assertThat(missing)
                .as("lines to be added to src/test/resources/custody/" + TABLE)
                .isEmpty();
    }

    @Test
    void eachWayToBreakWhatWasReleasedIsFound() {
        List<Line> table =
                List.of(Line.of("CE-X custody 1 a b"), Line.of("CE-X custody 2 a b c"), Line.of("CE-Y access"));
        EventType x = EventType.of("CE-X", EventTypeGroup.CUSTODY, "An x.")
                .keys("a", "b")
                .grown("c");
        EventType y = EventType.of("CE-Y", EventTypeGroup.ACCESS, "A y.");
        assertThat(broken(table, List.of(x, y))).isEmpty();
        assertThat(broken(table, List.of(x.grown("d"), y.keys("e"))))
                .as("growth")
                .isEmpty();
        assertThat(broken(table, List.of(y))).containsExactly("CE-X custody 1 a b", "CE-X custody 2 a b c");
        EventType lowered =
                EventType.of("CE-X", EventTypeGroup.CUSTODY, "An x.").keys("a", "b");
        assertThat(broken(table, List.of(lowered, y))).containsExactly("CE-X custody 2 a b c");
        EventType moved = EventType.of("CE-Y", EventTypeGroup.RECORD, "A y.");
        assertThat(broken(table, List.of(x, moved))).containsExactly("CE-Y access");
        EventType fewer =
                EventType.of("CE-X", EventTypeGroup.CUSTODY, "An x.").keys("a").grown("b", "c");
        assertThat(broken(table, List.of(fewer, y))).containsExactly("CE-X custody 1 a b");
        EventType more = EventType.of("CE-X", EventTypeGroup.CUSTODY, "An x.")
                .keys("a", "b", "c")
                .grown();
        assertThat(broken(table, List.of(more, y))).as("in place").containsExactly("CE-X custody 1 a b");
    }

    @Test
    void theDocumentListsTheKeysOfEveryTypeThatIsRecorded() throws IOException {
        String document = Files.readString(
                Path.of(System.getProperty("aletheia.basedir", ".")).resolve("docs/custody.md"));
        Set<String> recorded = frozen().stream()
                .filter(line -> line.version() > 0)
                .map(Line::code)
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (EventType type : EventTypes.all()) {
            String premis = type.premisCode().map(code -> " " + code).orElse("");
            String keys = recorded.contains(type.code()) ? keys(type) : " not recorded yet |";
            String row = "| " + type.code() + " | " + group(type) + " |" + premis + " |" + keys;
            if (!document.contains(row + "\n")) {
                missing.add(row);
            }
        }
        assertThat(missing).as("rows of the table in docs/custody.md §10").isEmpty();
    }

    private static String keys(EventType type) {
        List<String> cells = new ArrayList<>();
        SortedSet<String> before = new TreeSet<>();
        for (int version = 1; version <= type.schemaVersion(); version++) {
            SortedSet<String> fresh = new TreeSet<>(type.schemas().get(version - 1));
            fresh.removeAll(before);
            before = type.schemas().get(version - 1);
            if (!fresh.isEmpty()) {
                String names = fresh.stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
                cells.add(version == 1 ? names : "since schema " + version + ": " + names);
            }
        }
        return cells.isEmpty() ? " none |" : " " + String.join("; ", cells) + " |";
    }

    /** The lines of the table that these types do not keep. */
    private static List<String> broken(List<Line> table, List<EventType> types) {
        EventTypeRegistry registry = new EventTypeRegistry(types);
        return table.stream()
                .filter(line -> registry.find(line.code()).filter(line::isKept).isEmpty())
                .map(Line::text)
                .toList();
    }

    private static List<Line> frozen() {
        return Fixtures.table(TABLE).stream()
                .map(words -> Line.of(String.join(" ", words)))
                .toList();
    }

    private static String group(EventType type) {
        return type.group().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String first, SortedSet<String> more) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(more);
        return words;
    }

    /** @param version 0 for a type that is not recorded yet */
    private record Line(String text, String code, String group, int version, Set<String> keys) {
        static Line of(String text) {
            List<String> words = Arrays.asList(text.split(" "));
            int version = words.size() > 2 ? Integer.parseInt(words.get(2)) : 0;
            Set<String> keys = Set.copyOf(words.subList(Math.min(3, words.size()), words.size()));
            return new Line(text, words.get(0), words.get(1), version, keys);
        }

        boolean isKept(EventType type) {
            return EventTypesFrozenTest.group(type).equals(group)
                    && type.schemaVersion() >= version
                    && (version == 0 || type.schemas().get(version - 1).equals(keys));
        }
    }
}
