package org.aletheia.custody.format;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aletheia.kernel.Mutations;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.ProofException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DisclosureTest {
    private static final SealedEvent SEALED = SealedEvent.seal(Fixtures.full(), Fixtures.countingSeed());

    @Test
    void everyChoiceOfFieldsGivesTheSameEntry() {
        for (int seed = 0; seed < 200; seed++) {
            Set<EventField> withheld = randomFields(new Random(seed));
            DisclosedEvent shown = DisclosedEvent.parse(
                    CanonicalJson.write(SEALED.disclose(withheld).json()));
            assertThat(shown.entry()).as("seed %d", seed).isEqualTo(SEALED.entry());
            assertThat(shown.leafHash()).isEqualTo(SEALED.leafHash());
            assertThat(shown.withheld()).containsExactlyElementsOf(withheld);
            assertThat(SEALED.disclose(Set.of()).withhold(withheld)).isEqualTo(shown);
        }
    }

    @Test
    void aWithheldFieldLeavesNothingButItsCommitment() {
        DisclosedEvent shown = SEALED.disclose(EnumSet.of(EventField.ACTOR, EventField.REASON));
        String json = CanonicalJson.text(shown.json());
        assertThat(json).doesNotContain("p-7f3a").doesNotContain("field-upload");
        assertThat(json).doesNotContain(SEALED.seed().salt(EventField.ACTOR).base64());
        assertThat(shown.value(EventField.ACTOR)).isEmpty();
        assertThat(shown.value(EventField.ROLE)).contains("documenter");
    }

    @Test
    void anyChangeOfAShownFieldChangesTheEntry() {
        String json =
                CanonicalJson.text(SEALED.disclose(Set.of(EventField.ACTOR)).json());
        for (String[] change : new String[][] {
            {"documenter", "investigator"},
            {"\"size\":5", "\"size\":6"},
            {"CE-RECEIVED", "CE-RETURNED"},
            {
                SEALED.seed().salt(EventField.ROLE).base64(),
                SEALED.seed().salt(EventField.ID).base64()
            },
            {SEALED.commitments().get(4).base64(), SEALED.commitments().get(5).base64()}
        }) {
            String changed = json.replace(change[0], change[1]);
            assertThat(changed).isNotEqualTo(json);
            assertThat(parse(changed).entry()).isNotEqualTo(SEALED.entry());
        }
    }

    @Test
    void refusesMissingMovedAndUnknownFields() {
        List<DisclosedField> fields = new ArrayList<>(SEALED.disclose(Set.of()).fields());
        Collections.swap(fields, 4, 5);
        assertRefused("disclosed-fields", () -> new DisclosedEvent(fields));
        assertRefused("disclosed-fields", () -> new DisclosedEvent(fields.subList(0, 11)));
        String json =
                CanonicalJson.text(SEALED.disclose(Set.of(EventField.ACTOR)).json());
        assertRefused("disclosed-event", () -> parse(json.replace("event/v1", "event/v2")));
        assertRefused("disclosed-field", () -> parse(json.replace("\"name\":\"role\"", "\"name\":\"rank\"")));
        assertRefused(
                "disclosed-field", () -> parse(json.replaceFirst("\"commitment\":", "\"value\":1,\"commitment\":")));
        assertRefused("disclosed-event", () -> parse("{}"));
        assertRefused("disclosed-event", () -> parse("[]"));
    }

    @Test
    void survivesDamage() {
        Mutations.fuzz(
                CanonicalJson.write(SEALED.disclose(Set.of(EventField.ACTOR)).json()),
                bytes -> DisclosedEvent.parse(bytes).entry());
        byte[] opening = CanonicalJson.write(
                new SubjectTree(SEALED.seed(), subjects(3)).open(1).json());
        Mutations.fuzz(opening, bytes -> SubjectOpening.ofJson(CanonicalJson.parse(bytes)));
    }

    @Test
    void eachSubjectOpensAlone() {
        for (int count : new int[] {1, 2, 100, 3000}) {
            List<RecordSubject> subjects = subjects(count);
            SubjectTree tree = new SubjectTree(SEALED.seed(), subjects);
            for (int i = 0; i < count; i++) {
                SubjectOpening read = SubjectOpening.ofJson(
                        CanonicalJson.parse(CanonicalJson.write(tree.open(i).json())));
                read.verify(tree.subject());
                assertThat(read.subject()).isEqualTo(subjects.get(i));
            }
        }
    }

    @Test
    void anOpeningFitsOnlyItsOwnSubjectPlaceAndList() {
        SubjectTree tree = new SubjectTree(SEALED.seed(), subjects(5));
        SubjectOpening one = tree.open(1);
        SubjectOpening two = tree.open(2);
        refuse(tree, new SubjectOpening(one.place(), two.subject(), one.salt(), one.path()));
        refuse(tree, new SubjectOpening(one.place() ^ 1, one.subject(), one.salt(), one.path()));
        refuse(tree, new SubjectOpening(one.place(), one.subject(), two.salt(), one.path()));
        refuse(tree, new SubjectOpening(one.place(), one.subject(), one.salt(), two.path()));
        refuse(new SubjectTree(EventSeed.random(), subjects(5)), one);
        refuse(new SubjectTree(SEALED.seed(), subjects(4)), one);
    }

    @Test
    void theListTellsNeitherWhoNorHowMany() {
        SubjectTree none = new SubjectTree(SEALED.seed(), List.of());
        SubjectTree many = new SubjectTree(SEALED.seed(), subjects(500));
        assertThat(CanonicalJson.text(none.subject().json()))
                .hasSameSizeAs(CanonicalJson.text(many.subject().json()));
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            places.add(many.open(i).place());
            assertThat(many.open(i).path()).hasSize(16);
        }
        assertThat(places).hasSize(500);
        assertThat(Collections.max(places)).isGreaterThan(60_000); // scattered, so a place shows no rank
        assertRefused("subject-count", () -> new SubjectTree(SEALED.seed(), subjects(SubjectTree.MAX_SUBJECTS + 1)));
    }

    @Test
    void aListStandsWhereASubjectStands() {
        SubjectTree tree = new SubjectTree(SEALED.seed(), subjects(2));
        assertThat(EventSubject.ofJson(tree.subject().json())).isEqualTo(tree.subject());
        RecordSubject single = subjects(1).getFirst();
        assertThat(EventSubject.ofJson(single.json())).isEqualTo(single);
        assertRefused("subject-kind", () -> new RecordSubject("subject-list", "x"));
        assertRefused("event-subject", () -> EventSubject.ofJson("item"));
        assertRefused(
                "subject-opening",
                () -> new SubjectOpening(
                        65_536,
                        single,
                        SEALED.seed().salt(EventField.ID),
                        Collections.nCopies(16, new Hash(new byte[32]))));
    }

    private static void refuse(SubjectTree tree, SubjectOpening opening) {
        assertThat(catchThrowableOfType(ProofException.class, () -> opening.verify(tree.subject())))
                .isNotNull();
    }

    private static List<RecordSubject> subjects(int count) {
        List<RecordSubject> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subjects.add(new RecordSubject("item", "id-" + i));
        }
        return subjects;
    }

    private static Set<EventField> randomFields(Random random) {
        Set<EventField> fields = EnumSet.noneOf(EventField.class);
        for (EventField field : EventField.values()) {
            if (random.nextBoolean()) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static DisclosedEvent parse(String json) {
        return DisclosedEvent.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
