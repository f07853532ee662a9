package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.custody.fsck.CustodyFinding;
import org.aletheia.custody.fsck.FindingCode;
import org.aletheia.evidence.fsck.ItemFinding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of codes says what the code knows. */
@Tag("unit")
class FsckCodesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (fault|note) \\|");

    @Test
    void everyCodeIsDescribedOnce() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("aletheia.basedir"), "docs/fsck.md"));
        List<String> described =
                ROW.matcher(page).results().map(FsckCodesTest::code).toList();
        List<String> known = Stream.<FindingCode>concat(
                        Stream.of(CustodyFinding.values()), Stream.of(ItemFinding.values()))
                .map(code -> code.code() + " " + (code.fault() ? "fault" : "note"))
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(known);
    }

    private static String code(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }
}
