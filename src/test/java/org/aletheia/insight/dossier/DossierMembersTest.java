package org.aletheia.insight.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.codelists.CodeLists;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Incident;
import org.aletheia.incidents.Involvement;
import org.aletheia.incidents.MissingPerson;
import org.aletheia.incidents.Whereabouts;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.Group;
import org.aletheia.parties.Organisation;
import org.aletheia.parties.Person;
import org.aletheia.parties.State;
import org.aletheia.parties.Unit;
import org.aletheia.parties.Victim;
import org.aletheia.platform.http.AnswerTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the records of a dossier say has a name in its page, and its codes have lists. */
@Tag("unit")
class DossierMembersTest {
    /** Members that a dossier does not tell as assertions. */
    private static final Set<String> NOT_TOLD = Set.of(
            "title",
            "language",
            "pseudonym",
            "protectedIdentity",
            "incident",
            "act",
            "missingPerson",
            "relatives",
            "statusProposal",
            "assent",
            "guardianPermission",
            "guardianConflict",
            "majorityOn",
            "askedAnew",
            "born",
            "age",
            "child",
            "adult",
            "supervision",
            "derived");

    private static final List<Class<?>> CONTENTS = List.of(
            Act.class,
            Incident.class,
            Involvement.class,
            MissingPerson.class,
            Whereabouts.class,
            Affiliation.class,
            Group.class,
            Organisation.class,
            Person.class,
            State.class,
            Unit.class,
            Victim.class);

    @Test
    void everyMemberHasAName() {
        AnswerTexts texts = AnswerTexts.load("dossier");
        CONTENTS.stream()
                .flatMap(content -> Stream.of(content.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !NOT_TOLD.contains(name))
                .forEach(name ->
                        assertThat(texts.text("en", "member-" + name)).as(name).isNotEmpty());
    }

    @Test
    void everyListOfCodesIsThere() {
        CodeLists lists = new CodeLists();
        Map<String, String> codes = Map.of(
                "act/type", "01",
                "affiliation/relation", "commands",
                "affiliation/basis", "de-jure",
                "missing-person/status", "missing",
                "victim/sex", "female",
                "state/country", "UA",
                "names/kind", "alias",
                "involvement/liability", "RS-25(3)(a)",
                "attributions/basis", "ARS-4",
                "whereabouts/type", "denial");
        codes.forEach((member, code) -> {
            String[] parts = member.split("/", 2);
            String list = Coded.list(parts[0], parts[1]).orElseThrow();
            assertThat(lists.find(list).orElseThrow().find(code)).as(member).isPresent();
        });
    }
}
