package org.aletheia.cases.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RestrictionTest {
    private static final Set<ClosureGround> OPEN_TO_ALL = Set.of();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final ReceiptConditions FREE = new ReceiptConditions(false, false, List.of(), false, null, null);
    private static final HeldItem OPEN = item(Classification.GREEN, false, false, false, OPEN_TO_ALL, FREE);

    @Test
    void nothingRestrictsWhatNobodyRestricted() {
        assertThat(Restriction.grounds(OPEN, TODAY)).isEmpty();
    }

    @Test
    void eachGroundIsNamed() {
        assertThat(grounds(item(Classification.AMBER, false, false, false, OPEN_TO_ALL, FREE)))
                .containsExactly("classification");
        assertThat(grounds(item(Classification.RED, true, false, false, OPEN_TO_ALL, FREE)))
                .containsExactly("classification", "compartment");
        assertThat(grounds(item(Classification.CLEAR, false, true, false, OPEN_TO_ALL, FREE)))
                .containsExactly("protected-person");
        assertThat(grounds(item(Classification.CLEAR, false, false, true, OPEN_TO_ALL, FREE)))
                .containsExactly("share-ended");
        assertThat(grounds(item(Classification.CLEAR, false, false, false, Set.of(ClosureGround.PRIVILEGE), FREE)))
                .containsExactly("privilege");
        assertThat(grounds(under(new ReceiptConditions(true, true, List.of("A court"), true, TODAY.plusDays(1), null))))
                .containsExactly("provider-agreement", "lead-purposes", "named-bodies", "death-penalty", "embargo");
    }

    @Test
    void anEmbargoEndsOnItsDay() {
        assertThat(grounds(under(new ReceiptConditions(false, false, List.of(), false, TODAY, null))))
                .isEmpty();
    }

    /** Where a sender said nothing the cautious default holds. */
    @Test
    void withoutConditionsTheProviderIsAsked() {
        assertThat(grounds(under(ReceiptConditions.DEFAULT))).containsExactly("provider-agreement");
    }

    @Test
    void everyGroundIsACodeOfTheList() {
        HeldItem all = item(
                Classification.RED,
                true,
                true,
                true,
                EnumSet.allOf(ClosureGround.class),
                new ReceiptConditions(true, true, List.of("A court"), true, TODAY.plusDays(1), null));
        Stream<String> known = new CodeLists()
                .find("restriction-ground").orElseThrow().codes().stream().map(CodeEntry::code);
        assertThat(grounds(all)).containsExactlyInAnyOrderElementsOf(known.toList());
    }

    @Test
    void anEntryTellsTheDayAndTheKindOfProviderOnly() {
        assertThat(Restriction.entry(OPEN, TODAY))
                .isEqualTo(new RegisterEntry(
                        new UUID(0, 1), "ALT-2026-000001", LocalDate.of(2026, 3, 1), "unknown", List.of()));
    }

    private static List<String> grounds(HeldItem item) {
        return Restriction.grounds(item, TODAY);
    }

    private static HeldItem under(ReceiptConditions conditions) {
        return item(Classification.GREEN, false, false, false, OPEN_TO_ALL, conditions);
    }

    private static HeldItem item(
            Classification level,
            boolean compartmented,
            boolean identifying,
            boolean ended,
            Set<ClosureGround> closures,
            ReceiptConditions conditions) {
        @Nullable String nobodySaid = null;
        return new HeldItem(
                new UUID(0, 1),
                "ALT-2026-000001",
                Instant.parse("2026-03-01T23:30:00Z"),
                nobodySaid,
                ended,
                level,
                compartmented,
                identifying,
                closures,
                conditions);
    }
}
