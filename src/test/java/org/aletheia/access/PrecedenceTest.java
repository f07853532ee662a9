package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.Precedence.Duty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/access.md, pair by pair, and what the policy makes of it. */
@Tag("unit")
class PrecedenceTest {
    private static final UUID OWN = new UUID(0, 1);
    private static final Set<AccessIntent> NEW_USES = EnumSet.of(
            AccessIntent.LINK,
            AccessIntent.ASSESS,
            AccessIntent.EXPORT,
            AccessIntent.TRANSMIT,
            AccessIntent.DECIDE,
            AccessIntent.DISCLOSE,
            AccessIntent.CREATE,
            AccessIntent.READ_IDENTITY);

    private final AccessPolicy policy = new AccessPolicy();

    @ParameterizedTest
    @CsvSource({
        "ORDER, HOLD_AND_DISCLOSURE",
        "ORDER, CONSENT_AND_CONDITIONS",
        "ORDER, RETENTION",
        "HOLD_AND_DISCLOSURE, CONSENT_AND_CONDITIONS",
        "HOLD_AND_DISCLOSURE, RETENTION",
        "CONSENT_AND_CONDITIONS, RETENTION"
    })
    void theStrongerDutyPrevails(Duty stronger, Duty weaker) {
        assertThat(stronger.prevailsOver(weaker)).isTrue();
        assertThat(weaker.prevailsOver(stronger)).isFalse();
        assertThat(stronger.prevailsOver(stronger)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PROTECTIVE_MEASURE, ORDER",
        "CONTENT_WITHHELD, ORDER",
        "IDENTITY_WITHHELD, ORDER",
        "ABUSE_MATERIAL, ORDER",
        "PRIVILEGE, CONSENT_AND_CONDITIONS",
        "CONSENT_WITHDRAWN, CONSENT_AND_CONDITIONS",
        "CONSENT_LIMITS, CONSENT_AND_CONDITIONS",
        "PROTECTION_INTEREST, CONSENT_AND_CONDITIONS",
        "CONDITION_OF_RECEIPT, CONSENT_AND_CONDITIONS"
    })
    void eachGroundServesItsDuty(ClosureGround ground, Duty duty) {
        assertThat(Precedence.duty(ground)).isEqualTo(duty);
    }

    @Test
    void groundsAreInTheOrderOfTheirDuties() {
        assertThat(Arrays.stream(ClosureGround.values()).map(Precedence::duty)).isSorted();
    }

    /** Neither lifts the other: the caller is to be let through both. */
    @ParameterizedTest
    @MethodSource("pairs")
    void groundsAddUp(ClosureGround one, ClosureGround other) {
        ProtectedRecord both = item(one, other);
        for (Role role : Role.values()) {
            Principal caller = caller(role, Role.DOCUMENTER);
            assertThat(permits(caller, AccessIntent.READ, both))
                    .as("%s: %s, %s", role, one, other)
                    .isEqualTo(permits(caller, AccessIntent.READ, item(one))
                            && permits(caller, AccessIntent.READ, item(other)));
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(ClosureGround.values()).flatMap(one -> Arrays.stream(ClosureGround.values())
                .filter(other -> one.compareTo(other) < 0)
                .map(other -> Arguments.of(one, other)));
    }

    static Stream<ClosureGround> closingTheRecord() {
        return Arrays.stream(ClosureGround.values()).filter(ClosureGround::closesRecord);
    }

    /** An order on content or identity leaves the rest of the record as it is. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void whatIsWithheldInPartIsReadOtherwise(Role role) {
        ProtectedRecord victim =
                new ProtectedRecord(RecordKind.VICTIM, new UUID(0, 5), OWN, Classification.CLEAR, Set.of());
        for (AccessIntent intent : AccessIntent.values()) {
            boolean content = Set.of(AccessIntent.READ_CONTENT, AccessIntent.EXPORT, AccessIntent.DISPOSE)
                    .contains(intent);
            boolean identity =
                    Set.of(AccessIntent.READ_IDENTITY, AccessIntent.DISPOSE).contains(intent);
            assertThat(permits(caller(role), intent, item(ClosureGround.CONTENT_WITHHELD)))
                    .as(intent.code())
                    .isEqualTo(!content && permits(caller(role), intent, item()));
            assertThat(permits(caller(role), intent, victim.closedBy(Set.of(ClosureGround.IDENTITY_WITHHELD))))
                    .as(intent.code())
                    .isEqualTo(!identity && permits(caller(role), intent, victim));
        }
    }

    @ParameterizedTest
    @MethodSource("closingTheRecord")
    void whatIsClosedIsOpenToNobodyElsewhere(ClosureGround ground) {
        for (Role role : Role.values()) {
            Principal caller = caller(role);
            ProtectedRecord theirs = new ProtectedRecord(
                            RecordKind.ITEM, new UUID(0, 5), new UUID(0, 2), Classification.CLEAR, Set.of())
                    .closedBy(Set.of(ground));
            for (AccessIntent intent : AccessIntent.values()) {
                assertThat(policy.decide(caller, intent, theirs, Sharing.ANY).permitted())
                        .as("%s %s", role, intent)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROTECTIVE_MEASURE, counsel",
        "PRIVILEGE, counsel documenter victims-organisation",
        "CONSENT_WITHDRAWN, counsel",
        "CONSENT_LIMITS, counsel protection-officer documenter victims-organisation",
        "PROTECTION_INTEREST, counsel protection-officer"
    })
    void eachGroundLetsTheseThroughAndNobodyElse(ClosureGround ground, String through) {
        Set<String> readers = Set.of(through.split(" "));
        for (Role role : Role.values()) {
            assertThat(permits(caller(role), AccessIntent.READ, item(ground)))
                    .as(role.code())
                    .isEqualTo(readers.contains(role.code()));
            assertThat(permits(caller(role), AccessIntent.LIST, item(ground)))
                    .as(role.code())
                    .isEqualTo(readers.contains(role.code()));
        }
    }

    /** No role suffices, and none is needed beyond what opens evidence, or lets somebody rule on what is closed. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void abuseMaterialIsForNamedPersons(Role role) {
        ProtectedRecord marked = item(ClosureGround.ABUSE_MATERIAL);
        boolean rules = role == Role.COUNSEL || role == Role.PROTECTION_OFFICER;
        for (AccessIntent intent : List.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.READ_CONTENT)) {
            assertThat(permits(caller(role), intent, marked)).as(intent.code()).isFalse();
            assertThat(permits(named(role), intent, marked))
                    .as(intent.code())
                    .isEqualTo(rules || permits(caller(role), intent, item()));
        }
        assertThat(permits(named(role), AccessIntent.READ, item(ClosureGround.ABUSE_MATERIAL, ClosureGround.PRIVILEGE)))
                .isEqualTo(permits(caller(role), AccessIntent.READ, item(ClosureGround.PRIVILEGE)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aConditionOfReceiptBindsThoseToWhomItGoes(Role role) {
        for (AccessIntent intent : AccessIntent.values()) {
            assertThat(permits(caller(role), intent, item(ClosureGround.CONDITION_OF_RECEIPT)))
                    .as(intent.code())
                    .isEqualTo(permits(caller(role), intent, item()));
        }
    }

    /** Those who see through it may look at it, keep it, say of it what changed; and use it for nothing. */
    @ParameterizedTest
    @MethodSource("closingTheRecord")
    void nothingClosedIsPutToANewUse(ClosureGround ground) {
        assumeThat(ground).isNotEqualTo(ClosureGround.CONDITION_OF_RECEIPT);
        Principal everything =
                named(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)).toArray(Role[]::new));
        for (AccessIntent intent : NEW_USES) {
            assertThat(permits(everything, intent, item(ground)))
                    .as(intent.code())
                    .isFalse();
        }
        assertThat(permits(everything, AccessIntent.HOLD, item(ground))).isTrue();
        boolean ordered = Precedence.duty(ground) == Duty.ORDER;
        assertThat(permits(everything, AccessIntent.DISPOSE, item(ground))).isEqualTo(!ordered);
        assertThat(permits(everything, AccessIntent.REVISE, item(ground))).isEqualTo(!ordered);
    }

    @Test
    void counselSeesWhatIsClosedAndNothingElseOfItsKind() {
        Principal counsel = caller(Role.COUNSEL);
        assertThat(permits(counsel, AccessIntent.READ, item())).isFalse();
        assertThat(policy.filter(counsel, RecordKind.ITEM))
                .isInstanceOfSatisfying(RecordFilter.Matching.class, filter -> assertThat(filter.closedBy())
                        .containsExactlyInAnyOrderElementsOf(closingTheRecord()
                                .filter(ground -> ground != ClosureGround.CONDITION_OF_RECEIPT)
                                .filter(ground -> ground != ClosureGround.ABUSE_MATERIAL)
                                .toList()));
        assertThat(policy.filter(caller(Role.COUNSEL, Role.DOCUMENTER), RecordKind.ITEM))
                .isInstanceOfSatisfying(RecordFilter.Matching.class, filter -> assertThat(filter.closedBy())
                        .isEmpty());
    }

    private boolean permits(Principal caller, AccessIntent intent, ProtectedRecord record) {
        return policy.decide(caller, intent, record, Sharing.NONE).permitted();
    }

    private static ProtectedRecord item(ClosureGround... grounds) {
        return new ProtectedRecord(RecordKind.ITEM, new UUID(0, 5), OWN, Classification.CLEAR, Set.of())
                .closedBy(Set.of(grounds));
    }

    private static Principal caller(Role... roles) {
        return caller(Set.of(), roles);
    }

    private static Principal named(Role... roles) {
        return caller(Set.of(Principal.ABUSE_MATERIAL), roles);
    }

    private static Principal caller(Set<String> compartments, Role... roles) {
        return new Principal(
                new UUID(0, 9), "i", "s", OWN, EnumSet.copyOf(Arrays.asList(roles)), Classification.RED, compartments);
    }
}
