package org.aletheia.cases.disclosure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.jspecify.annotations.Nullable;

/** Why an item does not go to the defence without a decision. */
final class Restriction {
    private static final String UNKNOWN_PROVIDER = "unknown";

    private Restriction() {}

    static RegisterEntry entry(HeldItem item, LocalDate today) {
        return new RegisterEntry(
                item.id(),
                item.registrationNumber(),
                LocalDate.ofInstant(item.receivedAt(), ZoneOffset.UTC),
                Objects.requireNonNullElse(item.provider(), UNKNOWN_PROVIDER),
                grounds(item, today));
    }

    /** Codes of {@code restriction-ground}. The defence is outside the body: TLP:AMBER stops before it. */
    static List<String> grounds(HeldItem item, LocalDate today) {
        ReceiptConditions terms = item.conditions();
        LocalDate embargo = terms.embargoUntil();
        Stream<String> said = Stream.of(
                        on(item.classification().covers(Classification.AMBER), "classification"),
                        on(item.compartmented(), "compartment"),
                        on(terms.onwardSharingByAgreement(), "provider-agreement"),
                        on(terms.leadPurposesOnly(), "lead-purposes"),
                        on(!terms.namedBodies().isEmpty(), "named-bodies"),
                        on(terms.noDeathPenalty(), "death-penalty"),
                        on(embargo != null && embargo.isAfter(today), "embargo"),
                        on(item.identifying(), "protected-person"),
                        on(item.shareEnded(), "share-ended"))
                .filter(Objects::nonNull);
        return Stream.concat(said, closures(item)).toList();
    }

    /** The strongest first; conditions of receipt are told by themselves. */
    private static Stream<String> closures(HeldItem item) {
        return item.closures().stream()
                .filter(ground -> ground != ClosureGround.CONDITION_OF_RECEIPT)
                .sorted()
                .map(ClosureGround::code);
    }

    private static @Nullable String on(boolean holds, String code) {
        return holds ? code : null;
    }
}
