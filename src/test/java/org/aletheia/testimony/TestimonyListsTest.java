package org.aletheia.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.interest.ProtectionInterest;
import org.aletheia.testimony.protection.ProtectionNote;
import org.aletheia.testimony.statement.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the lists of testimony say, and what no member asks. */
@Tag("unit")
class TestimonyListsTest {
    private static final List<String> LISTS = List.of(
            "break-reason",
            "capacity-assessment",
            "consent-answer",
            "consent-authority",
            "consent-condition",
            "consent-form",
            "consent-giver",
            "consent-informed",
            "consent-occasion",
            "consent-position",
            "consent-scope",
            "consent-state",
            "contact-channel",
            "contact-limit",
            "contact-outcome",
            "contact-purpose",
            "counsel-decision",
            "counsel-reason",
            "export-form",
            "full-account-reason",
            "interview-capacity",
            "interview-setting",
            "offer-outcome",
            "promise-standing",
            "protection-answer",
            "protection-interest",
            "protection-level",
            "protection-measure",
            "protection-need",
            "protection-note-type",
            "protection-threat",
            "read-back",
            "referral-outcome",
            "relation-to-person",
            "security-incident",
            "signature-kind",
            "statement-audience",
            "statement-correction",
            "statement-item-role",
            "statement-kind",
            "statement-version",
            "support-service",
            "translation-kind",
            "truth-declaration",
            "withdrawal-answer",
            "withdrawal-ground");

    /** Words that would ask whether others confirm it, or what the person did before. */
    private static final List<String> NEVER_ASKED =
            List.of("corroborat", "confirm", "credib", "reliab", "sexual", "history", "virgin", "partner", "conduct");

    private final CodeLists lists = new CodeLists();

    @Test
    void everyRowIsLabelledInTheSixLanguages() {
        for (String list : LISTS) {
            assertThat(lists.find(list).orElseThrow().labels()).as(list).containsOnlyKeys(AnswerTexts.LANGUAGES);
            for (CodeEntry row : lists.find(list).orElseThrow().codes()) {
                assertThat(row.labels()).as(list + " " + row.code()).containsOnlyKeys(AnswerTexts.LANGUAGES);
            }
        }
    }

    @Test
    void ofEachKindItIsSaidWhoMayReceiveIt() {
        assertThat(codes("statement-audience")).isEqualTo(codes("statement-kind"));
        assertThat(codes("statement-kind"))
                .containsExactly(
                        "contact-note",
                        "screening-note",
                        "first-account",
                        "signed-statement",
                        "recorded-interview",
                        "expert-report",
                        "court-testimony",
                        "claim-narrative");
    }

    @Test
    void recordsLeaveInTheFormsOfTheList() {
        assertThat(codes("export-form"))
                .isEqualTo(
                        Arrays.stream(ExportForm.values()).map(ExportForm::code).toList());
    }

    @Test
    void noMemberAsksForCorroborationOrForSexualHistory() {
        Set<String> members = members(Statement.class, ProtectionNote.class, Consent.class, ProtectionInterest.class);
        assertThat(members).contains("givenBy", "readBack", "threats");
        assertThat(members).allSatisfy(member -> assertThat(NEVER_ASKED)
                .noneMatch(word -> member.toLowerCase(java.util.Locale.ROOT).contains(word)));
        for (String list : LISTS) {
            if (!list.equals("protection-need")) {
                assertThat(codes(list)).noneMatch(code -> NEVER_ASKED.stream().anyMatch(code::contains));
            }
        }
    }

    private List<String> codes(String list) {
        return lists.find(list).orElseThrow().codes().stream()
                .map(CodeEntry::code)
                .toList();
    }

    /** The names of all members of these records and of the records in them. */
    private static Set<String> members(Class<?>... roots) {
        Set<String> names = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(roots));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (seen.add(type) && type.isRecord() && type.getName().contains("testimony")) {
                open.addAll(Arrays.asList(type.getDeclaredClasses()));
                for (RecordComponent component : type.getRecordComponents()) {
                    names.add(component.getName());
                    open.add(component.getType());
                }
            }
        }
        return names;
    }
}
