package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class PurposeTest {
    private static final UUID OWN = new UUID(0, 1);
    private static final AccessPolicy POLICY = new AccessPolicy();

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleActsForItsOwnPurposeAndNotForAll(Role role) {
        assertThat(Purpose.servedBy(role)).startsWith(Purpose.of(role)).doesNotHaveDuplicates();
        assertThat(Purpose.servedBy(role)).hasSizeLessThan(Purpose.values().length);
        Principal caller = caller(role);
        for (Purpose purpose : Purpose.values()) {
            assertThat(caller.actingFor(purpose).has(role))
                    .as(purpose.code())
                    .isEqualTo(Purpose.servedBy(role).contains(purpose));
        }
    }

    @Test
    void whoDeclaresWhatTheirRoleDoesNotServeIsToldSo() {
        Principal investigator = caller(Role.INVESTIGATOR);
        assertThat(read(investigator)).isInstanceOf(Decision.Permit.class);
        assertThat(read(investigator.actingFor(Purpose.CASE_PREPARATION))).isInstanceOf(Decision.Permit.class);
        assertThat(read(investigator.actingFor(Purpose.AUDIT)))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.PURPOSE)));
        assertThat(read(caller(Role.ADMINISTRATOR).actingFor(Purpose.AUDIT)))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.ROLE)));
        assertThat(POLICY.filter(investigator.actingFor(Purpose.AUDIT), RecordKind.INCIDENT))
                .isEqualTo(new RecordFilter.Nothing());
    }

    @Test
    void thePurposeChoosesAmongSeveralRoles() {
        Principal both = caller(Role.INVESTIGATOR, Role.AUDITOR);
        assertThat(both.actingFor(Purpose.AUDIT).leadingRole()).isEqualTo(Role.AUDITOR);
        assertThat(both.actingFor(Purpose.INVESTIGATION).leadingRole()).isEqualTo(Role.INVESTIGATOR);
        assertThat(both.actingFor(Purpose.DISCLOSURE).leadingRole()).isEqualTo(Role.INVESTIGATOR);
    }

    /** What is kept apart from who inquires is not opened by a word of theirs. */
    @Test
    void noPurposeOpensWhatAnotherRoleOfTheirsCloses() {
        Principal both = caller(Role.INVESTIGATOR, Role.CLAIMS_OFFICER);
        assertThat(POLICY.readsClaimNarratives(caller(Role.CLAIMS_OFFICER))).isTrue();
        assertThat(POLICY.readsClaimNarratives(both.actingFor(Purpose.REPARATION)))
                .isFalse();
    }

    /** What a role serves by itself was declared by nobody. */
    @Test
    void whatIsSharedForSomePurposesIsThereForWhoDeclaresOneOfThem() {
        Principal both = caller(Role.INVESTIGATOR, Role.CLAIMS_OFFICER);
        Sharing forClaims = Sharing.of(Set.of(Purpose.REPARATION, Purpose.DISCLOSURE));
        assertThat(readShared(both.actingFor(Purpose.REPARATION), forClaims)).isInstanceOf(Decision.Permit.class);
        assertThat(readShared(both, forClaims)).isEqualTo(new Decision.Deny(Set.of(DenialReason.PURPOSE)));
        assertThat(readShared(both.actingFor(Purpose.INVESTIGATION), forClaims))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.PURPOSE)));
        assertThat(readShared(caller(Role.ADMINISTRATOR), forClaims))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.PURPOSE, DenialReason.ROLE)));
        assertThat(readShared(both, Sharing.ANY)).isInstanceOf(Decision.Permit.class);
        assertThat(readShared(both.actingFor(Purpose.REPARATION), Sharing.NONE))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.ORGANISATION)));
    }

    /** The owner reads by no share. */
    @Test
    void thePurposesOfAShareDoNotBindItsOwner() {
        assertThat(POLICY.decide(
                        caller(Role.INVESTIGATOR),
                        AccessIntent.READ,
                        incident(OWN),
                        Sharing.of(Set.of(Purpose.REPARATION))))
                .isInstanceOf(Decision.Permit.class);
    }

    private static Decision readShared(Principal caller, Sharing shared) {
        return POLICY.decide(caller, AccessIntent.READ, incident(new UUID(0, 9)), shared);
    }

    private static ProtectedRecord incident(UUID owner) {
        return new ProtectedRecord(RecordKind.INCIDENT, new UUID(0, 4), owner, Classification.AMBER, Set.of());
    }

    private static Decision read(Principal caller) {
        return POLICY.decide(caller, AccessIntent.READ, incident(OWN), Sharing.NONE);
    }

    private static Principal caller(Role... roles) {
        return new Principal(new UUID(0, 2), "i", "s", OWN, Set.of(roles), Classification.RED, Set.of());
    }
}
