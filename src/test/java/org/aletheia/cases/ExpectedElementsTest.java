package org.aletheia.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.ExpectedElements.Expected;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.ListedCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ExpectedElementsTest {
    private final ExpectedElements expected = new ExpectedElements(new CodeLists());

    @Test
    void aChargeNeedsWhatItsCrimeItsChapterAndItsModesNeed() {
        assertThat(codes("icc-crime", "RS-8(2)(b)(xii)", "RS-28(a)", "RS-25(3)(b)"))
                .containsExactlyInAnyOrder(
                        "EL-30.intent",
                        "EL-30.knowledge",
                        "EL-8.I1",
                        "EL-8(2)(b).C1",
                        "EL-8(2)(b)(xii).M1",
                        "EL-8(2)(b)(xii).M2",
                        "EL-8(2)(b)(xii).M3",
                        "EL-25(3)(b).L1",
                        "EL-25(3)(b).L2",
                        "EL-25(3)(b).L3",
                        "EL-28(a).L1",
                        "EL-28(a).L2",
                        "EL-28(a).L3",
                        "EL-28(a).L4",
                        "EL-28(a).L5");
    }

    @Test
    void aCrimeOfAnotherListNeedsWhatItsModesNeed() {
        assertThat(codes("cat", "CAT-1")).isEmpty();
        assertThat(codes("cat", "CAT-1", "RS-25(3)(c)"))
                .containsExactly("EL-25(3)(c).L1", "EL-25(3)(c).L2", "EL-25(3)(c).L3");
    }

    @Test
    void whatABroaderElementTellsIsWithinIt() {
        Expected intent = of("icc-crime", "RS-7(1)(a)").getFirst();
        assertThat(intent).isEqualTo(new Expected("EL-30.intent", "mental", Set.of("EL-30")));
        assertThat(intent.isMetBy("EL-30")).isTrue();
        assertThat(intent.isMetBy("EL-30.intent")).isTrue();
        assertThat(intent.isMetBy("EL-30.knowledge")).isFalse();
        assertThat(intent.isMetBy(null)).isFalse();
    }

    private List<String> codes(String list, String crime, String... modes) {
        return of(list, crime, modes).stream().map(Expected::code).toList();
    }

    private List<Expected> of(String list, String crime, String... modes) {
        return expected.of(new Charge(
                new UUID(0, 1),
                new Charge.Alleged(RecordKind.UNIT, new UUID(0, 2)),
                new ListedCode(list, crime, "1", null),
                List.of(modes),
                List.of(),
                List.of()));
    }
}
