package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ScopeTest {
    private static final UUID OWN = new UUID(0, 1);
    private static final AccessPolicy POLICY = new AccessPolicy();

    @Test
    void aServiceDoesWhatItsScopesNameOfWhatItsRolesPermitAndIsToldWhy() {
        Principal reader = service(Role.DOCUMENTER, new Scope(AccessIntent.READ, RecordKind.INCIDENT));
        assertThat(decide(reader, AccessIntent.READ, RecordKind.INCIDENT)).isInstanceOf(Decision.Permit.class);
        assertThat(decide(reader, AccessIntent.REVISE, RecordKind.INCIDENT)).isEqualTo(deny(DenialReason.SCOPE));
        assertThat(decide(reader, AccessIntent.READ, RecordKind.ACT)).isEqualTo(deny(DenialReason.SCOPE));
        assertThat(decide(reader, AccessIntent.ASSESS, RecordKind.INCIDENT))
                .isEqualTo(deny(DenialReason.ROLE, DenialReason.SCOPE));
        assertThat(POLICY.filter(reader, RecordKind.INCIDENT)).isEqualTo(new RecordFilter.Nothing());
        assertThat(POLICY.mayCreate(reader, RecordKind.INCIDENT)).isFalse();
        Principal writer = service(Role.AUDITOR, new Scope(AccessIntent.REVISE, RecordKind.INCIDENT));
        assertThat(decide(writer, AccessIntent.REVISE, RecordKind.INCIDENT)).isEqualTo(deny(DenialReason.ROLE));
    }

    /** Also where the database should hold more than an administrator can write there. */
    @Test
    void noScopeOpensIdentitiesDecisionsOrTheWayOut() {
        Set<Scope> all = new HashSet<>();
        for (AccessIntent intent : AccessIntent.values()) {
            for (RecordKind kind : RecordKind.values()) {
                all.add(new Scope(intent, kind));
            }
        }
        Principal everything = new Principal(
                new UUID(0, 2),
                "i",
                "s",
                OWN,
                EnumSet.allOf(Role.class),
                Classification.RED,
                Set.of(),
                Set.of(),
                null,
                new ServiceAccount(new UUID(0, 3), all));
        EnumSet<AccessIntent> permitted = EnumSet.noneOf(AccessIntent.class);
        for (Scope scope : all) {
            if (decide(everything, scope.intent(), scope.kind()).permitted()) {
                permitted.add(scope.intent());
            }
        }
        assertThat(permitted)
                .containsExactlyInAnyOrder(
                        AccessIntent.LIST,
                        AccessIntent.READ,
                        AccessIntent.READ_CONTENT,
                        AccessIntent.READ_CUSTODY,
                        AccessIntent.CREATE,
                        AccessIntent.REVISE,
                        AccessIntent.LINK);
        for (RecordKind decided : new RecordKind[] {
            RecordKind.DISPOSAL,
            RecordKind.IDENTITY_ERASURE,
            RecordKind.DISCLOSURE_DECISION,
            RecordKind.COUNSEL_DECISION
        }) {
            assertThat(POLICY.mayCreate(everything, decided)).as(decided.code()).isFalse();
            assertThat(decide(everything, AccessIntent.REVISE, decided).permitted())
                    .as(decided.code())
                    .isFalse();
        }
        assertThat(POLICY.mayAdminister(everything)).isFalse();
        assertThat(POLICY.mayReadRegister(everything)).isFalse();
    }

    private static Principal service(Role role, Scope scope) {
        return new Principal(
                new UUID(0, 2),
                "i",
                "s",
                OWN,
                Set.of(role),
                Classification.RED,
                Set.of(),
                Set.of(),
                null,
                new ServiceAccount(new UUID(0, 3), Set.of(scope)));
    }

    private static Decision decide(Principal caller, AccessIntent intent, RecordKind kind) {
        return POLICY.decide(
                caller,
                intent,
                new ProtectedRecord(kind, new UUID(0, 4), OWN, Classification.AMBER, Set.of()),
                Sharing.NONE);
    }

    private static Decision deny(DenialReason... reasons) {
        return new Decision.Deny(Set.of(reasons));
    }
}
