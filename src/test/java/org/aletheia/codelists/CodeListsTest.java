package org.aletheia.codelists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CodeListsTest {
    private final CodeLists lists = new CodeLists();

    @Test
    void everyListOfTheFolderIsInTheIndex() throws IOException {
        Path folder = Path.of(System.getProperty("aletheia.basedir", "."), "src/main/resources/codelists");
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !name.equals("index"))
                    .collect(Collectors.toSet());
            assertThat(lists.all().stream().map(CodeList::id)).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void rowsThatAwaitACheckSaySo() {
        assertThat(list("icc-crime").codes()).allMatch(row -> row.status() == CodeStatus.PROVISIONAL);
        assertThat(list("uncc").codes()).allMatch(row -> row.status() == CodeStatus.PROVISIONAL);
        assertThat(status("rd4u", "A2.1")).isEqualTo(CodeStatus.CURRENT);
        assertThat(status("rd4u", "A3.4")).isEqualTo(CodeStatus.PROVISIONAL);
        assertThat(status("rd4u", "A4")).isEqualTo(CodeStatus.PROVISIONAL);
        assertThat(status("rd4u", "C3.4")).isEqualTo(CodeStatus.PROVISIONAL);
        assertThat(status("huridocs-mt-18", "0102")).isEqualTo(CodeStatus.CURRENT);
    }

    @Test
    void crimesOfTheStatuteAreNumberedAsItNumbersThem() {
        assertThat(list("icc-crime").codes().stream().map(CodeEntry::code))
                .contains("RS-6(a)", "RS-7(1)(g)-6", "RS-8(2)(b)(xxii)-3", "RS-8(2)(e)(vi)-1", "RS-8bis(2)(g)");
    }

    @Test
    void aCodeOfAPaddedListMayLackItsTrailingZeros() {
        Findings findings = new Findings();
        assertThat(lists.check("huridocs-mt-18", "0102", "/degree", findings)).isEqualTo("010200000000");
        assertThat(lists.check("huridocs-mt-18", "010200000000", "/degree", findings))
                .isEqualTo("010200000000");
        assertThat(lists.check("huridocs-mt-24", "010103", "/type", findings)).isEqualTo("010103000000");
        assertThat(findings.isEmpty()).isTrue();
        assertThat(list("huridocs-mt-24").codes()).allMatch(row -> row.code().matches("[0-9]{12}"));
    }

    @Test
    void anUnknownCodeIsRefusedWithTheNearestOnes() {
        Findings findings = new Findings();
        assertThat(lists.check("rd4u", "A2.10", "/categories/0/code", findings)).isNull();
        Finding finding = findings.list().getFirst();
        assertThat(finding.pointer()).isEqualTo("/categories/0/code");
        assertThat(finding.code()).isEqualTo("code-unknown");
        assertThat(finding.params()).containsEntry("list", "rd4u");
        assertThat(suggestions(finding)).hasSize(3).contains("A2.1");
    }

    @Test
    void aWordOfTheLabelFindsTheCode() {
        Findings findings = new Findings();
        lists.check("icc-crime", "Torture", "/code", findings);
        assertThat(suggestions(findings.list().getFirst())).contains("RS-7(1)(f)", "RS-8(2)(a)(ii)-1");
    }

    @Test
    void anyTextIsSurvived() {
        for (String text : List.of("", " ", "\u0000", "0", "x".repeat(100_000), "\uD800", "دم")) {
            Findings findings = new Findings();
            assertThat(lists.check("huridocs-mt-04", text, "/type", findings)).isNull();
            assertThat(findings.list()).hasSize(1);
        }
    }

    @Test
    void aListThatDoesNotExistIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> lists.check("no-such-list", "x", "", new Findings()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeIsCheckedAgainstTheDay() {
        Findings findings = new Findings();
        LocalDate before = LocalDate.of(2012, 9, 25);
        assertThat(lists.check("icc-crime", "RS-8(2)(e)(xiv)", before, "/code", findings))
                .isNull();
        assertThat(findings.list())
                .containsExactly(new Finding(
                        "/code", "code-not-in-force", Map.of("list", "icc-crime", "validFrom", "2012-09-26")));
        Findings none = new Findings();
        assertThat(lists.check("icc-crime", "RS-8(2)(e)(xiv)", before.plusDays(1), "/code", none))
                .isEqualTo("RS-8(2)(e)(xiv)");
        assertThat(lists.check("harm", "death", LocalDate.of(1900, 1, 1), "/code", none))
                .isEqualTo("death");
        assertThat(none.isEmpty()).isTrue();
    }

    /** Whoever knows a date badly is not refused for what it may not mean. */
    @Test
    void someDayThatADateCanMeanIsEnough() {
        for (String when : List.of("2012", "2012-09", "2012-09-26", "2001/2013", "2010/..", "2014~")) {
            Findings findings = new Findings();
            lists.check("icc-crime", "RS-8(2)(e)(xiv)", UncertainDate.parse(when), "/code", findings);
            assertThat(findings.list()).as(when).isEmpty();
        }
        for (String when : List.of("2011", "2012-08", "../2012-09-25", "1998/2012-09-25")) {
            Findings findings = new Findings();
            lists.check("icc-crime", "RS-8(2)(e)(xiv)", UncertainDate.parse(when), "/code", findings);
            assertThat(findings.list().stream().map(Finding::code)).as(when).containsExactly("code-not-in-force");
        }
    }

    @Test
    void withADayAnUnknownCodeIsUnknownStill() {
        Findings findings = new Findings();
        assertThat(lists.check("harm", "no-such", LocalDate.of(2020, 1, 1), "/harm", findings))
                .isNull();
        assertThat(findings.list().getFirst().code()).isEqualTo("code-unknown");
    }

    private static List<String> suggestions(Finding finding) {
        return finding.params().get("suggestions") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    private CodeList list(String id) {
        return lists.find(id).orElseThrow();
    }

    private CodeStatus status(String list, String code) {
        return list(list).find(code).orElseThrow().status();
    }
}
