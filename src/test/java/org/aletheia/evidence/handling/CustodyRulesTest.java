package org.aletheia.evidence.handling;

import static org.aletheia.evidence.handling.Discrepancy.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CustodyRulesTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-04T10:00:00Z");
    private static final UUID OWNER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Custodian LABORATORY = new Custodian.Party("laboratory");
    private static final Seal SEAL = new Seal("AB-1", "intact");
    private static final Seal OPENED = new Seal("AB-1", "broken");
    private static final Seal ANOTHER = new Seal("AB-2", "intact");

    private final Possession received = Possession.onReceipt(OWNER);

    @Test
    void anOrdinaryLifeContradictsNothing() {
        Possession now = received;
        for (Handling step : List.of(
                said(HandlingType.SEALED, SEAL),
                said(HandlingType.SEAL_CHECKED, SEAL),
                moved(LABORATORY),
                moved(new Custodian.Organisation(OWNER)),
                said(HandlingType.SEAL_BROKEN, OPENED),
                said(HandlingType.SAMPLED, null),
                replaced(ANOTHER, OPENED),
                said(HandlingType.LOST, null),
                said(HandlingType.FOUND, ANOTHER),
                said(HandlingType.CUSTODIAN_UNREACHABLE, null),
                said(HandlingType.FOUND, null),
                said(HandlingType.DESTROYED, null),
                said(HandlingType.GAP_DECLARED, null))) {
            assertThat(rules(now).against(step)).as(step.type().name()).isEmpty();
            now = rules(now).after(step);
        }
        assertThat(now.standing()).isEqualTo(Standing.DESTROYED);
        assertThat(now.seal()).isEqualTo(ANOTHER);
        assertThat(now.custodian().is(OWNER)).isTrue();
    }

    @Test
    void whatIsOverIsNotHandledAgain() {
        for (Standing over : List.of(Standing.DESTROYED, Standing.CONSUMED, Standing.RETURNED, Standing.JOINED)) {
            Possession gone = received.with(over).with(SEAL);
            assertThat(rules(gone).against(said(HandlingType.SEAL_CHECKED, SEAL)))
                    .containsExactly(CUSTODY_OVER);
            assertThat(rules(gone).against(said(HandlingType.LOST, null))).containsExactly(CUSTODY_OVER);
            assertThat(rules(gone).against(said(HandlingType.DESTROYED, null))).containsExactly(CUSTODY_OVER);
            assertThat(rules(gone).against(said(HandlingType.FOUND, null))).containsExactly(NOT_MISSING);
            assertThat(rules(gone).against(said(HandlingType.TRANSLATED, null))).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsFoundBeforeItIsHandled() {
        Possession lost = received.with(Standing.LOST);
        assertThat(rules(lost).against(said(HandlingType.SAMPLED, null))).containsExactly(MISSING);
        assertThat(rules(lost).against(said(HandlingType.LOST, null))).containsExactly(MISSING);
        assertThat(rules(lost).against(said(HandlingType.DESTROYED, null))).isEmpty();
        assertThat(rules(received.with(Standing.UNREACHABLE)).against(said(HandlingType.LOST, null)))
                .isEmpty();
    }

    @Test
    void whoHasItHandlesIt() {
        Possession elsewhere = received.with(new Custodian.Organisation(OTHER));
        assertThat(rules(elsewhere).against(said(HandlingType.SAMPLED, null))).containsExactly(NOT_IN_CUSTODY);
        assertThat(rules(elsewhere).against(said(HandlingType.LOST, null))).isEmpty();
        assertThat(rules(received.with(LABORATORY)).against(said(HandlingType.SAMPLED, null)))
                .as("told for a party that is no member")
                .isEmpty();
        Handling fromOther = new Handling(
                HandlingType.HANDED_OVER,
                date("2026-03-05"),
                LABORATORY,
                new Custodian.Party("court"),
                null,
                null,
                "testing",
                null,
                null,
                List.of(),
                List.of(),
                false);
        assertThat(rules(received).against(fromOther)).containsExactly(CUSTODIAN_DIFFERS);
        assertThat(rules(received.offered(OTHER)).against(moved(LABORATORY))).containsExactly(OFFER_OPEN);
    }

    @Test
    void sealsFollowFromOneAnother() {
        assertThat(rules(received.with(SEAL)).against(said(HandlingType.SEALED, ANOTHER)))
                .containsExactly(ALREADY_SEALED);
        assertThat(rules(received).against(said(HandlingType.SEAL_CHECKED, SEAL)))
                .containsExactly(NO_SEAL);
        assertThat(rules(received).against(said(HandlingType.SEAL_MISMATCHED, SEAL)))
                .containsExactly(NO_SEAL);
        assertThat(rules(received).against(said(HandlingType.SEAL_BROKEN, OPENED)))
                .containsExactly(NO_SEAL);
        assertThat(rules(received).against(replaced(ANOTHER, SEAL))).containsExactly(NO_SEAL);
        assertThat(rules(received.with(SEAL)).against(said(HandlingType.SEAL_CHECKED, ANOTHER)))
                .containsExactly(SEAL_DIFFERS);
        assertThat(rules(received.with(SEAL)).against(said(HandlingType.SEAL_CHECKED, OPENED)))
                .as("the number of before in another condition")
                .containsExactly(SEAL_DIFFERS);
        assertThat(rules(received.with(ANOTHER)).against(said(HandlingType.SEAL_BROKEN, OPENED)))
                .containsExactly(SEAL_DIFFERS);
        assertThat(rules(received.with(ANOTHER)).against(replaced(SEAL, OPENED)))
                .containsExactly(SEAL_DIFFERS);
        assertThat(rules(received.with(SEAL)).against(said(HandlingType.SEAL_MISMATCHED, ANOTHER)))
                .isEmpty();
        assertThat(rules(received.with(OPENED)).against(said(HandlingType.SEALED, ANOTHER)))
                .isEmpty();
    }

    @Test
    void aHoldForbidsWhatEndsTheObject() {
        CustodyRules held = new CustodyRules(received, RECEIVED, true, OWNER);
        for (HandlingType ending :
                List.of(HandlingType.CONSUMED, HandlingType.DESTROYED, HandlingType.RETURNED_TO_OWNER)) {
            assertThat(held.against(said(ending, null))).containsExactly(UNDER_HOLD);
        }
        assertThat(held.against(said(HandlingType.SAMPLED, null))).isEmpty();
    }

    /** A part has a chain of its own, which the statement about the whole may contradict. */
    @Test
    void aPartIsJudgedByItsOwnChain() {
        assertThat(rules(received).asPart(HandlingType.JOINED)).isEmpty();
        for (HandlingType type : List.of(HandlingType.JOINED, HandlingType.SPLIT, HandlingType.SAMPLED)) {
            assertThat(rules(received.with(Standing.DESTROYED)).asPart(type)).containsExactly(CUSTODY_OVER);
            assertThat(rules(received.with(Standing.JOINED)).asPart(type)).containsExactly(CUSTODY_OVER);
            assertThat(rules(received.with(Standing.LOST)).asPart(type)).containsExactly(MISSING);
            assertThat(rules(received.with(new Custodian.Organisation(OTHER))).asPart(type))
                    .containsExactly(NOT_IN_CUSTODY);
            assertThat(rules(received.with(LABORATORY)).asPart(type)).isEmpty();
        }
        CustodyRules heldAndOffered = new CustodyRules(received.offered(OTHER), RECEIVED, true, OWNER);
        assertThat(heldAndOffered.asPart(HandlingType.JOINED)).containsExactly(UNDER_HOLD, OFFER_OPEN);
        assertThat(heldAndOffered.asPart(HandlingType.SPLIT))
                .as("ends no custody")
                .isEmpty();
        assertThat(rules(received.with(Standing.DESTROYED)).asPart(HandlingType.TRANSLATED))
                .as("a copy is worked on")
                .isEmpty();
    }

    @Test
    void collectingComesBeforeReceipt() {
        assertThat(rules(received).against(at(HandlingType.COLLECTED, "2026-03-05")))
                .containsExactly(AFTER_RECEIPT);
        assertThat(rules(received).against(at(HandlingType.COLLECTED, "2026-03")))
                .isEmpty();
        assertThat(rules(received).against(at(HandlingType.SEIZED, "../2026-03-06")))
                .isEmpty();
    }

    /** The log records what is stated last, and shows the contradiction; it does not choose what to believe. */
    @Test
    void theLatestStatementStandsAlsoWhereItContradicts() {
        Possession gone = received.with(Standing.DESTROYED);
        assertThat(rules(gone).after(said(HandlingType.FOUND, null)).standing()).isEqualTo(Standing.PRESENT);
        assertThat(rules(received.with(SEAL))
                        .after(said(HandlingType.SEAL_CHECKED, ANOTHER))
                        .seal())
                .isEqualTo(ANOTHER);
    }

    private static CustodyRules rules(Possession before) {
        return new CustodyRules(before, RECEIVED, false, OWNER);
    }

    private static Handling said(HandlingType type, @Nullable Seal seal) {
        return new Handling(
                type, date("2026-03-05"), null, null, seal, null, "other", null, null, List.of(), List.of(), false);
    }

    private static Handling at(HandlingType type, String date) {
        return new Handling(type, date(date), null, null, null, null, null, null, null, List.of(), List.of(), false);
    }

    private static Handling moved(Custodian to) {
        return new Handling(
                HandlingType.HANDED_OVER,
                date("2026-03-05"),
                null,
                to,
                null,
                null,
                "testing",
                null,
                null,
                List.of(),
                List.of(),
                false);
    }

    private static Handling replaced(Seal by, Seal before) {
        return new Handling(
                HandlingType.SEAL_REPLACED,
                date("2026-03-05"),
                null,
                null,
                by,
                before,
                "repacking",
                null,
                null,
                List.of(),
                List.of(),
                false);
    }

    private static UncertainDate date(String edtf) {
        return UncertainDate.parse(edtf);
    }
}
