package org.aletheia.codelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.platform.http.AnswerTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every list of a release. */
@Tag("unit")
class ShippedListsTest {
    private static final CodeLists LISTS = new CodeLists();

    @TestFactory
    Stream<DynamicTest> everyList() {
        return LISTS.all().stream().map(list -> DynamicTest.dynamicTest(list.id(), () -> check(list)));
    }

    private static void check(CodeList list) {
        assertThat(list.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(list.version()).isNotBlank();
        assertThat(list.source()).isNotBlank();
        assertThat(list.labels()).containsKey("en");
        assertThat(list.codes()).isNotEmpty();
        Set<String> before = new HashSet<>();
        for (CodeEntry row : list.codes()) {
            assertThat(before.add(row.code()))
                    .as("%s is there once", row.code())
                    .isTrue();
            if (row.parent() != null) {
                // Parents stand before: so they exist, and no row is under itself.
                assertThat(before).as("parent of %s", row.code()).contains(row.parent());
                assertThat(row.parent()).isNotEqualTo(row.code());
            }
            check(row);
            if (list.paddedTo() != null) {
                assertThat(row.code()).matches("[0-9]{" + list.paddedTo() + "}");
            }
        }
        assertThat(CodeTree.ordered(list.codes())).isEqualTo(list.codes());
    }

    private static void check(CodeEntry row) {
        assertThat(row.code()).matches("[!-~]{1,128}");
        assertThat(row.operator()).isFalse();
        if (row.status() == CodeStatus.PROVISIONAL) {
            assertThat(row.labels()).as(row.code()).containsKey("en");
        } else {
            assertThat(row.labels().keySet()).as(row.code()).containsAll(AnswerTexts.LANGUAGES);
        }
        row.labels().forEach((language, label) -> {
            assertThat(new LanguageTag(language).value()).isEqualTo(language);
            assertThat(label).as(row.code()).isNotBlank().isEqualTo(label.strip());
        });
        if (row.validFrom() != null && row.validTo() != null) {
            assertThat(row.validFrom()).as(row.code()).isBeforeOrEqualTo(row.validTo());
        }
    }

    @Test
    void listsThatAreNotOnlyTreatiesHaveTheirNameInSixLanguages() {
        for (CodeList list : LISTS.all()) {
            boolean checked = list.codes().stream().anyMatch(row -> row.status() == CodeStatus.CURRENT);
            if (checked) {
                assertThat(list.labels().keySet()).as(list.id()).containsAll(AnswerTexts.LANGUAGES);
            }
        }
    }

    @Test
    void theListsThatTheRecordNeedsAreThere() {
        assertThat(LISTS.all().stream().map(CodeList::id))
                .contains(
                        "icc-crime",
                        "icc-element",
                        "icc-liability",
                        "arsiwa",
                        "reparation-form",
                        "rd4u",
                        "uncc",
                        "bp-phase",
                        "premis-event",
                        "country",
                        "language",
                        "conflict-classification",
                        "genocide-convention",
                        "geneva-conventions",
                        "additional-protocol-i",
                        "additional-protocol-ii",
                        "customary-ihl",
                        "cat",
                        "icpped",
                        "iccpr",
                        "icescr",
                        "crc",
                        "crc-op-ac",
                        "cedaw");
        assertThat(LISTS.ofKind(CodeList.LEGAL_FRAMEWORK))
                .contains("icc-crime", "customary-ihl", "geneva-conventions", "cat")
                .doesNotContain("icc-element", "harm", "country");
    }

    @Test
    void listsAreAsLongAsTheirSources() {
        assertThat(rows("customary-ihl")).hasSize(161);
        assertThat(rows("premis-event")).hasSize(50);
        assertThat(rows("country")).hasSize(249);
        assertThat(rows("iccpr")).hasSize(27);
        assertThat(count("icc-crime", "RS-6(")).isEqualTo(5);
        assertThat(count("icc-crime", "RS-7(")).isEqualTo(16);
        assertThat(count("icc-crime", "RS-8(2)(a)(")).isEqualTo(11);
        assertThat(count("icc-crime", "RS-8(2)(b)(")).isEqualTo(38);
        assertThat(count("icc-crime", "RS-8(2)(c)(")).isEqualTo(7);
        assertThat(count("icc-crime", "RS-8(2)(e)(")).isEqualTo(25);
        assertThat(count("icc-crime", "RS-8bis(")).isEqualTo(7);
        assertThat(Map.of(19, 22, 20, 12, 21, 41, 22, 7, 26, 23, 28, 14, 29, 9, 32, 5, 34, 4, 35, 5))
                .allSatisfy(ShippedListsTest::hasLength);
        assertThat(Map.of(27, 23, 30, 16, 31, 22, 33, 7, 36, 6, 37, 14)).allSatisfy(ShippedListsTest::hasLength);
    }

    @Test
    void theStatuteHasItsDates() {
        assertThat(row("icc-crime", "RS-7(1)(f)").inForceOn(LocalDate.of(2002, 6, 30)))
                .isFalse();
        assertThat(row("icc-crime", "RS-7(1)(f)").inForceOn(LocalDate.of(2002, 7, 1)))
                .isTrue();
        assertThat(row("icc-crime", "RS-8(2)(e)(xiv)").validFrom()).isEqualTo("2012-09-26");
        assertThat(row("icc-crime", "RS-8(2)(e)(xix)").attributes()).containsEntry("amendment", "2019-12-06");
        assertThat(row("genocide-convention", "GENO-III(c)").validFrom()).isEqualTo("1951-01-12");
    }

    @Test
    void eachElementBelongsToACrimeOrModeOfLiabilityOfTheStatute() {
        Set<String> crimes = codes("icc-crime");
        Set<String> modes = codes("icc-liability");
        for (CodeEntry element : rows("icc-element")) {
            String of = element.attributes().get("appliesTo");
            String kind = element.attributes().get("element");
            assertThat(of == null || crimes.contains(of) || modes.contains(of))
                    .as(element.code())
                    .isTrue();
            if (kind != null) {
                assertThat(modes.contains(of) ? Set.of("liability") : Set.of("contextual", "material", "mental"))
                        .as(element.code())
                        .contains(kind);
            }
        }
    }

    @Test
    void everyCrimeOfTheStatuteHasElementsOfEachKindAndAMaterialOneOfItsOwn() {
        List<CodeEntry> crimes = rows("icc-crime");
        for (CodeEntry crime : crimes) {
            if (crimes.stream().noneMatch(other -> crime.code().equals(other.parent()))) {
                assertThat(kindsOf(crime)).as(crime.code()).contains("contextual", "material", "mental");
                assertThat(kindsOwnTo(crime.code())).as(crime.code()).contains("material");
            }
        }
    }

    @Test
    void everyModeOfLiabilityHasElements() {
        assertThat(rows("icc-liability"))
                .allSatisfy(mode ->
                        assertThat(kindsOwnTo(mode.code())).as(mode.code()).containsExactly("liability"));
    }

    /** Of the crime itself, of what it belongs to, and of every crime. */
    private static Set<String> kindsOf(CodeEntry crime) {
        Set<String> kinds = kindsOwnTo(null);
        for (String at = crime.code(); at != null; at = row("icc-crime", at).parent()) {
            kinds.addAll(kindsOwnTo(at));
        }
        return kinds;
    }

    private static Set<String> kindsOwnTo(@Nullable String code) {
        return rows("icc-element").stream()
                .filter(row -> Objects.equals(row.attributes().get("appliesTo"), code))
                .map(row -> row.attributes().get("element"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> codes(String list) {
        return rows(list).stream().map(CodeEntry::code).collect(Collectors.toSet());
    }

    private static void hasLength(int thesaurus, int length) {
        assertThat(rows("huridocs-mt-" + thesaurus)).as("mt%s", thesaurus).hasSize(length);
    }

    private static long count(String list, String start) {
        return rows(list).stream().filter(row -> row.code().startsWith(start)).count();
    }

    private static List<CodeEntry> rows(String list) {
        return LISTS.find(list).orElseThrow().codes();
    }

    private static CodeEntry row(String list, String code) {
        return LISTS.find(list).orElseThrow().find(code).orElseThrow();
    }
}
