package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with cases and their disclosure: every role, every intent. */
@Tag("unit")
class CasePolicyTest {
    private static final UUID OWN = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID MEMBER = new UUID(0, 9);
    private static final Set<RecordKind> KINDS = EnumSet.range(RecordKind.CASE_FILE, RecordKind.DISCLOSURE_CERTIFICATE);
    private static final Set<AccessIntent> NONE = Set.of();
    private static final Set<AccessIntent> LOOK =
            EnumSet.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.READ_CUSTODY);
    private static final Set<AccessIntent> USE = with(LOOK, AccessIntent.READ_CONTENT);
    private static final Set<AccessIntent> KEEP =
            with(USE, AccessIntent.CREATE, AccessIntent.REVISE, AccessIntent.LINK, AccessIntent.ASSESS);
    private static final Set<AccessIntent> MARK = EnumSet.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.CREATE);

    private static final Map<Role, Map<RecordKind, Set<AccessIntent>>> MATRIX = Map.of(
            Role.CASE_TEAM, row(KEEP, KEEP, MARK, LOOK, LOOK),
            Role.INVESTIGATOR, row(USE, KEEP, MARK, LOOK, LOOK),
            Role.CLAIMS_OFFICER, row(NONE, NONE, MARK, NONE, NONE),
            Role.DISCLOSURE_OFFICER,
                    row(
                            with(LOOK, AccessIntent.DISCLOSE),
                            LOOK,
                            EnumSet.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.REVISE),
                            with(LOOK, AccessIntent.CREATE, AccessIntent.REVISE),
                            with(LOOK, AccessIntent.CREATE, AccessIntent.REVISE)));

    private final AccessPolicy policy = new AccessPolicy();

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleHasItsIntentsInItsOwnOrganisationAndNoneElsewhere(Role role) {
        for (RecordKind kind : KINDS) {
            for (AccessIntent intent : AccessIntent.values()) {
                boolean expected = MATRIX.getOrDefault(role, Map.of())
                        .getOrDefault(kind, NONE)
                        .contains(intent);
                String what = role + " " + intent + " " + kind;
                assertThat(permits(caller(role), intent, record(kind, OWN, Set.of()), false))
                        .as(what)
                        .isEqualTo(expected);
                assertThat(permits(caller(role), intent, record(kind, OTHER, Set.of()), true))
                        .as("%s, shared", what)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theRegisterIsForTheDisclosureOfficerWhoSeesNothingElseOfAnItem(Role role) {
        assertThat(policy.mayReadRegister(caller(role))).isEqualTo(role == Role.DISCLOSURE_OFFICER);
        for (AccessIntent intent : AccessIntent.values()) {
            ProtectedRecord item = record(RecordKind.ITEM, OWN, Set.of());
            if (role == Role.DISCLOSURE_OFFICER) {
                assertThat(permits(caller(role), intent, item, false))
                        .as(intent.code())
                        .isEqualTo(intent == AccessIntent.READ_REGISTER);
            } else if (intent == AccessIntent.READ_REGISTER) {
                assertThat(permits(caller(role), intent, item, false))
                        .as(role.code())
                        .isFalse();
            }
        }
    }

    @Test
    void aConfinedRecordIsForThoseOfItAndTheOfficer() {
        ProtectedRecord theirs = record(RecordKind.CASE_FILE, OWN, Set.of(new UUID(0, 8)));
        ProtectedRecord ours = record(RecordKind.CASE_FILE, OWN, Set.of(MEMBER));
        assertThat(policy.decide(caller(Role.CASE_TEAM), AccessIntent.READ, theirs, Sharing.NONE))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.MEMBERSHIP)));
        assertThat(permits(caller(Role.CASE_TEAM), AccessIntent.REVISE, ours, false))
                .isTrue();
        assertThat(permits(caller(Role.DISCLOSURE_OFFICER), AccessIntent.READ, theirs, false))
                .isTrue();
        assertThat(permits(caller(Role.DISCLOSURE_OFFICER), AccessIntent.REVISE, theirs, false))
                .isFalse();
    }

    /** Somebody who is both oversees as an officer, and is no member of the case for it. */
    @Test
    void anotherRoleGivesTheOfficerNoMore() {
        ProtectedRecord theirs = record(RecordKind.CASE_FILE, OWN, Set.of(new UUID(0, 8)));
        Principal both = caller(Role.CASE_TEAM, Role.DISCLOSURE_OFFICER);
        assertThat(permits(both, AccessIntent.READ, theirs, false)).isTrue();
        assertThat(permits(both, AccessIntent.REVISE, theirs, false)).isFalse();
        assertThat(permits(both, AccessIntent.READ_CONTENT, theirs, false)).isFalse();
        assertThat(policy.oversees(both, RecordKind.CASE_FILE)).isTrue();
        assertThat(policy.oversees(caller(Role.CASE_TEAM), RecordKind.CASE_FILE))
                .isFalse();
    }

    @Test
    void anOfficerOfAnotherBodyOverseesNothingHere() {
        ProtectedRecord theirs = record(RecordKind.CASE_FILE, OTHER, Set.of(new UUID(0, 8)));
        assertThat(policy.decide(caller(Role.DISCLOSURE_OFFICER), AccessIntent.READ, theirs, Sharing.ANY))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.ROLE, DenialReason.MEMBERSHIP)));
    }

    private boolean permits(Principal caller, AccessIntent intent, ProtectedRecord record, boolean shared) {
        return policy.decide(caller, intent, record, shared ? Sharing.ANY : Sharing.NONE)
                .permitted();
    }

    private static ProtectedRecord record(RecordKind kind, UUID owner, Set<UUID> confinedTo) {
        return new ProtectedRecord(kind, new UUID(0, 5), owner, Classification.CLEAR, Set.of(), confinedTo);
    }

    private static Principal caller(Role... roles) {
        return new Principal(MEMBER, "i", "s", OWN, Set.of(roles), Classification.RED, Set.of());
    }

    private static Map<RecordKind, Set<AccessIntent>> row(
            Set<AccessIntent> file,
            Set<AccessIntent> element,
            Set<AccessIntent> flag,
            Set<AccessIntent> decision,
            Set<AccessIntent> certificate) {
        return Map.of(
                RecordKind.CASE_FILE, file,
                RecordKind.CASE_ELEMENT, element,
                RecordKind.DISCLOSURE_FLAG, flag,
                RecordKind.DISCLOSURE_DECISION, decision,
                RecordKind.DISCLOSURE_CERTIFICATE, certificate);
    }

    private static Set<AccessIntent> with(Set<AccessIntent> some, AccessIntent... more) {
        Set<AccessIntent> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }
}
