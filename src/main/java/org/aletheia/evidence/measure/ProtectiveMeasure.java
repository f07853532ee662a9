package org.aletheia.evidence.measure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;

/**
 * What a body ordered for the protection of somebody, as its last order has it. It is varied by another order of that body
 * alone.
 *
 * @param order that made it
 * @param variations orders that varied it, oldest first
 * @param scopes codes of {@code measure-scope}; none where it was lifted
 * @param records that are closed, or whose content is withheld
 * @param persons whose identity is withheld: persons, victims and capacities
 */
public record ProtectiveMeasure(
        MeasureOrder order,
        List<MeasureOrder> variations,
        List<String> scopes,
        List<RecordName> records,
        List<RecordName> persons)
        implements RecordContent {
    /** Kinds of records that an order can name, beside persons. */
    static final Set<RecordKind> RECORDS = Set.of(
            RecordKind.SUBMISSION,
            RecordKind.ITEM,
            RecordKind.STATEMENT,
            RecordKind.INCIDENT,
            RecordKind.ACT,
            RecordKind.INVOLVEMENT,
            RecordKind.MISSING_PERSON,
            RecordKind.WHEREABOUTS,
            RecordKind.PERSON,
            RecordKind.VICTIM,
            RecordKind.REPARATION_CLAIM);

    /** Kinds of records that stand for somebody who may have a pseudonym. */
    static final Set<RecordKind> PERSONS = Set.of(RecordKind.PERSON, RecordKind.VICTIM, RecordKind.CAPACITY);

    private static final String PSEUDONYM = "pseudonym";

    public ProtectiveMeasure {
        variations = List.copyOf(variations);
        scopes = List.copyOf(scopes);
        records = List.copyOf(records);
        persons = List.copyOf(persons);
    }

    /** That one record is closed on one ground. */
    record Closing(RecordName record, ClosureGround ground) {}

    /** All that the measure closes. */
    Set<Closing> closings() {
        return scopes.stream()
                .flatMap(scope -> closings(ground(scope), scope.equals(PSEUDONYM) ? persons : records))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Closing> closings(ClosureGround ground, List<RecordName> names) {
        return names.stream().map(name -> new Closing(name, ground));
    }

    /** Whether a scope is about persons, and not about records. */
    static boolean ofPersons(String scope) {
        return scope.equals(PSEUDONYM);
    }

    /** What is to be redacted is closed; which renditions the order leaves is asked where these are. */
    private static ClosureGround ground(String scope) {
        return switch (scope) {
            case PSEUDONYM -> ClosureGround.IDENTITY_WITHHELD;
            case "redaction", "no-image" -> ClosureGround.CONTENT_WITHHELD;
            default -> ClosureGround.PROTECTIVE_MEASURE; // of a later release: nothing opens by being unknown
        };
    }

    /** No search finds it. */
    @Override
    public void describe(Projection.Builder search) {}

    /** What was ordered is for those who see that it is kept. */
    @Override
    public boolean staysInside() {
        return true;
    }
}
