package org.aletheia.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ChecksTest {
    private static final UUID KNOWN = UUID.fromString("0d4a4f0e-5d5e-4c39-9f3e-0c7d7f0e0001");
    private static final CodeLists LISTS = new CodeLists();

    private final Checks checks = new Checks(LISTS, (intent, kind, id) -> id.equals(KNOWN));

    @Test
    void everythingWrongIsFoundAtOnce() {
        checks.required("/title", null);
        checks.date("/dates/0", "2024-13");
        checks.code("harm", "/harms/0", "no-such-harm");
        checks.language("/language", "not a language");
        checks.country("/country", "XX");
        assertThatThrownBy(checks::throwIfAny)
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.findings())
                        .extracting(Finding::pointer)
                        .containsExactly("/title", "/dates/0", "/harms/0", "/language", "/country"));
    }

    @Test
    void textIsBoundedAndPlain() {
        assertThat(checks.text("/a", "بيان\nсвідчення\t证词", 100)).isNotNull();
        assertThat(checks.text("/b", "x".repeat(6), 5)).isNull();
        assertThat(checks.text("/c", " \n", 5)).isNull();
        assertThat(checks.text("/d", "a\u0000b", 5)).isNull();
        assertThat(checks.text("/e", "a\uD800", 5)).isNull();
        assertThat(codes()).containsExactly("too-long", "text-blank", "text-characters", "text-characters");
    }

    @Test
    void aRecordThatTheCallerMayNotReadIsOneThatDoesNotExist() {
        assertThat(checks.reference(RecordKind.VICTIM, "/victims/0", KNOWN.toString()))
                .isEqualTo(KNOWN);
        assertThat(checks.reference(
                        RecordKind.VICTIM, "/victims/1", UUID.randomUUID().toString()))
                .isNull();
        assertThat(checks.reference(RecordKind.VICTIM, "/victims/2", "12")).isNull();
        assertThat(codes()).containsExactly("reference-unknown", "id");
    }

    @Test
    @SuppressWarnings("NullAway") // callers send nulls whatever the types say
    void listsAreBoundedWithoutNullsAndRepetitions() {
        List<String> harms = Arrays.asList("death", null, "death");
        assertThat(checks.codes("harm", "/harms", harms)).containsExactly("death");
        checks.codes("harm", "/more", Collections.nCopies(101, "death"));
        assertThat(codes()).startsWith("required", "repeated", "too-many");
        assertThat(checks.findings().list().get(1).pointer()).isEqualTo("/harms/2");
    }

    @Test
    void aListedCodeNamesItsListAndEdition() {
        Set<String> registers = Set.of("rd4u", "uncc");
        ListedCode known = checks.listedCode(registers, "/0", new ListedCodeBody("rd4u", "A2.1", null, null));
        assertThat(known).isEqualTo(new ListedCode("rd4u", "A2.1", "2024-03", null));
        assertThat(checks.listedCode(registers, "/1", new ListedCodeBody("harm", "death", null, null)))
                .isNull();
        checks.listedCode(registers, "/2", new ListedCodeBody("rd4u", "A2.1", "1999", null));
        assertThat(codes()).containsExactly("list-unknown", "list-version");
    }

    @Test
    void aPlaceIsSomewhereAndSaysHowPreciselyItIsKnown() {
        Map<String, Object> point = Map.of("type", "Point", "coordinates", List.of(36.2, 49.9));
        assertThat(new PlaceBody(point, "locality", "UA", null)
                        .check("/place", checks)
                        .precision())
                .isEqualTo("locality");
        assertThat(codes()).isEmpty();
        new PlaceBody(point, null, null, null).check("/place", checks);
        new PlaceBody(null, null, null, null).check("/place", checks);
        assertThat(codes()).containsExactly("required", "place-empty");
    }

    @Test
    void nobodyHidesARecordFromThemselves() {
        Principal writer =
                new Principal(KNOWN, "i", "s", KNOWN, Set.of(Role.DOCUMENTER), Classification.AMBER, Set.of("north"));
        assertThat(check(new Body(null, null), Protection.NO_FLOOR, writer)).isEqualTo(Protection.DEFAULT);
        assertThat(check(new Body("TLP:GREEN", List.of("north")), Protection.NO_FLOOR, writer))
                .isEqualTo(new Protection(Classification.GREEN, Set.of("north")));
        assertThat(codes()).isEmpty();
        check(new Body("TLP:RED", List.of("south")), Protection.NO_FLOOR, writer);
        assertThat(codes()).containsExactly("classification-above-clearance", "compartment-not-held");
    }

    @Test
    void nothingGoesBelowItsFloor() {
        Principal writer = new Principal(
                KNOWN, "i", "s", KNOWN, Set.of(Role.DOCUMENTER), Classification.RED, Set.of("north", "south"));
        Protection floor = new Protection(Classification.RED, Set.of("north"));
        assertThat(check(new Body(null, null), floor, writer)).isEqualTo(floor);
        assertThat(check(new Body(null, List.of("south")), floor, writer))
                .isEqualTo(new Protection(Classification.RED, Set.of("north", "south")));
        assertThat(codes()).isEmpty();
        check(new Body("TLP:AMBER", List.of()), floor, writer);
        assertThat(codes()).containsExactly("classification-too-open");
    }

    private Protection check(Body body, Protection floor, Principal writer) {
        return Protection.check(body, Protection.DEFAULT, floor, writer, checks);
    }

    @Test
    void aProtectionIsNarrowerWhereFewerMaySeeTheRecord() {
        Protection green = new Protection(Classification.GREEN, Set.of("a"));
        assertThat(new Protection(Classification.AMBER, Set.of("a")).narrowerThan(green))
                .isTrue();
        assertThat(new Protection(Classification.GREEN, Set.of("a", "b")).narrowerThan(green))
                .isTrue();
        assertThat(new Protection(Classification.CLEAR, Set.of()).narrowerThan(green))
                .isFalse();
        assertThat(green.narrowerThan(green)).isFalse();
    }

    private List<String> codes() {
        return checks.findings().list().stream().map(Finding::code).toList();
    }

    private record Body(
            @Nullable String classification, @Nullable List<String> compartments) implements ProtectionBody {}
}
