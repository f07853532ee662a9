package org.aletheia.evidence.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class BulkLinesTest {
    @Test
    void linesAreCutAndCountedWhateverTheirEnds() throws IOException {
        assertThat(texts("a\nbb\r\n\n  \nccc")).containsExactly("1:a", "2:bb\r", "5:ccc");
        assertThat(texts("")).isEmpty();
        assertThat(texts("\n\n")).isEmpty();
        assertThat(texts("é\n")).containsExactly("1:é");
    }

    @Test
    void whatIsTooLongIsPassedOverToItsEnd() throws IOException {
        String fits = "x".repeat(BulkLines.LONGEST);
        List<BulkLines.Raw> lines = all(fits + "\n" + fits + "x\nlast");
        assertThat(lines).extracting(BulkLines.Raw::tooLong).containsExactly(false, true, false);
        assertThat(lines.getFirst().bytes()).hasSize(BulkLines.LONGEST);
        assertThat(lines.get(1).bytes()).isEmpty();
        assertThat(text(lines.getLast())).isEqualTo("3:last");
    }

    @Test
    void oneLineBehindTheLastIsGivenOutAndNoMoreIsRead() throws IOException {
        String many = IntStream.rangeClosed(1, BulkLines.MOST + 500)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("\n"));
        List<String> texts = texts(many);
        assertThat(texts).hasSize(BulkLines.MOST + 1);
        assertThat(texts.getLast()).isEqualTo("10001:10001");
    }

    @Test
    void chunksStaySmall() throws IOException {
        String line = "y".repeat(100_000);
        BulkLines lines = new BulkLines(stream((line + "\n").repeat(300)));
        int total = 0;
        for (List<BulkLines.Raw> chunk = lines.next(); !chunk.isEmpty(); chunk = lines.next()) {
            total += chunk.size();
            assertThat(chunk.stream().mapToInt(raw -> raw.bytes().length).sum()).isLessThan(5 << 20);
        }
        assertThat(total).isEqualTo(300);
    }

    private static List<String> texts(String request) throws IOException {
        return all(request).stream().map(BulkLinesTest::text).toList();
    }

    private static String text(BulkLines.Raw line) {
        return line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static List<BulkLines.Raw> all(String request) throws IOException {
        BulkLines lines = new BulkLines(stream(request));
        List<BulkLines.Raw> all = new ArrayList<>();
        for (List<BulkLines.Raw> chunk = lines.next(); !chunk.isEmpty(); chunk = lines.next()) {
            all.addAll(chunk);
        }
        return all;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
