package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ObligationTest {
    private static final AccessPolicy POLICY = new AccessPolicy();
    private static final RandomWorld WORLD = new RandomWorld(20_261_201);
    private static final Obligation CONTENT_OUT = new Obligation.RedactFields(Set.of(AccessPolicy.CONTENT));

    /** What is redacted is what the same caller may not read; and where nothing listed is, searches show texts. */
    @Test
    void contentIsLeftOutForWhomItIsClosed() {
        int leftOut = 0;
        for (int i = 0; i < 300; i++) {
            Principal caller = WORLD.caller();
            boolean all = true;
            for (int at = 0; at < WORLD.records.size(); at++) {
                ProtectedRecord record = WORLD.records.get(at);
                Sharing shared = WORLD.sharing(at, caller);
                if (POLICY.decide(caller, AccessIntent.LIST, record, shared) instanceof Decision.Permit permit) {
                    boolean readable = POLICY.decide(caller, AccessIntent.READ_CONTENT, record, shared)
                            .permitted();
                    assertThat(permit.obligations().contains(CONTENT_OUT)).isNotEqualTo(readable);
                    all &= readable || record.closures().contains(ClosureGround.CONTENT_WITHHELD);
                    leftOut += readable ? 0 : 1;
                }
            }
            assertThat(all || !POLICY.readsContentOfListed(caller, RecordKind.INCIDENT))
                    .as("searches match the texts of what is listed without its content for %s", caller.roles())
                    .isTrue();
        }
        assertThat(leftOut).as("the property was not tried on nothing").isGreaterThan(100);
    }

    @Test
    void everyLookIsLoggedAndNoChangeOwesIt() {
        Principal caller = new Principal(
                new UUID(0, 1),
                "i",
                "s",
                new UUID(0, 2),
                Set.of(Role.DOCUMENTER, Role.CLAIMS_OFFICER),
                Classification.RED,
                Set.of());
        for (RecordKind kind : List.of(RecordKind.ITEM, RecordKind.VICTIM)) {
            ProtectedRecord record =
                    new ProtectedRecord(kind, new UUID(0, 3), new UUID(0, 2), Classification.AMBER, Set.of());
            for (AccessIntent intent : AccessIntent.values()) {
                if (POLICY.decide(caller, intent, record, Sharing.NONE) instanceof Decision.Permit permit) {
                    boolean look = intent == AccessIntent.LIST || intent.name().startsWith("READ");
                    assertThat(permit.obligations().contains(new Obligation.LogUse()))
                            .as("%s of %s", intent, kind)
                            .isEqualTo(look);
                    assertThat(permit.obligations().contains(new Obligation.Watermark()))
                            .isEqualTo(intent == AccessIntent.READ_IDENTITY);
                }
            }
        }
    }

    @Test
    void whatIsDueIsOpenUntilItIsCarriedOut() {
        DueObligations due = new DueObligations();
        ProtectedRecord item =
                new ProtectedRecord(RecordKind.ITEM, new UUID(0, 3), new UUID(0, 2), Classification.AMBER, Set.of());
        due.owe(
                AccessIntent.READ_CONTENT,
                item,
                List.of(new Obligation.LogUse(), new Obligation.ShowConditions(), CONTENT_OUT));
        assertThat(due.open()).containsExactly("log-use", "show-conditions");
        due.conditionsShown(RecordKind.ITEM, new UUID(0, 4));
        due.usesTold();
        assertThat(due.open()).containsExactly("show-conditions");
        due.conditionsShown(RecordKind.ITEM, new UUID(0, 3));
        assertThat(due.open()).isEmpty();
    }
}
