package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class AccessPolicyTest {
    private static final UUID OWN = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Set<RecordKind> CONTENT =
            EnumSet.complementOf(EnumSet.of(RecordKind.MEMBER_ORGANISATION, RecordKind.MEMBER, RecordKind.SHARE));

    private final AccessPolicy policy = new AccessPolicy();

    @ParameterizedTest
    @EnumSource(AccessIntent.class)
    void anAdministratorOpensNoRecord(AccessIntent intent) {
        Principal administrator = caller(Role.ADMINISTRATOR);
        for (RecordKind kind : CONTENT) {
            assertThat(permits(administrator, intent, kind, OWN, false))
                    .as(kind.code())
                    .isFalse();
            assertThat(policy.filter(administrator, kind)).isInstanceOf(RecordFilter.Nothing.class);
        }
        assertThat(policy.mayAdminister(administrator)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyButAnAdministratorAdministers(Role role) {
        assertThat(policy.mayAdminister(caller(role))).isEqualTo(role == Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatIsNeitherOwnNorSharedIsNobodys(Role role) {
        for (RecordKind kind : CONTENT) {
            for (AccessIntent intent : AccessIntent.values()) {
                assertThat(permits(caller(role), intent, kind, OTHER, false))
                        .as(kind + " " + intent)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void wordsOfContentsAreForWhoeverMayReadAllThatTheyList(Role role) {
        boolean looksOnly = role == Role.AUDITOR;

        assertThat(policy.readsContentOfListed(caller(role), RecordKind.ITEM)).isEqualTo(!looksOnly);
        assertThat(policy.readsContentOfListed(caller(Role.AUDITOR, role), RecordKind.ITEM))
                .as("an auditor who documents lists what is shared, and reads no content of it")
                .isEqualTo(Set.of(Role.INVESTIGATOR, Role.CASE_TEAM, Role.CLAIMS_OFFICER)
                        .contains(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatIsSharedIsNeverRevisedOrPassedOn(Role role) {
        for (RecordKind kind : CONTENT) {
            for (AccessIntent intent : EnumSet.of(AccessIntent.REVISE, AccessIntent.TRANSMIT, AccessIntent.CREATE)) {
                assertThat(permits(caller(role), intent, kind, OTHER, true))
                        .as(kind + " " + intent)
                        .isFalse();
            }
        }
    }

    /** To let another hand in opens nothing of one's own; to hand in for another opens nothing of theirs. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void whoSharesWhatIsHandedInDelegatesAndWhoHandsInHandsInForOthers(Role role) {
        Principal caller = caller(role);
        boolean handsIn = Set.of(Role.DOCUMENTER, Role.VICTIMS_ORGANISATION).contains(role);

        assertThat(policy.mayDelegate(caller)).isEqualTo(handsIn);
        for (RecordKind kind : RecordKind.values()) {
            assertThat(policy.mayHandIn(caller, kind, true))
                    .as(kind.code())
                    .isEqualTo(handsIn
                            && Set.of(RecordKind.SUBMISSION, RecordKind.ITEM, RecordKind.STATEMENT)
                                    .contains(kind));
            assertThat(policy.mayHandIn(caller, kind, false)).as(kind.code()).isFalse();
        }
        assertThat(policy.seesHandingIn(caller))
                .isEqualTo(permits(caller, AccessIntent.LIST, RecordKind.SUBMISSION, OWN, false));
    }

    @Test
    void aProgramHandsInWhatItsScopesNameAndDelegatesNothing() {
        Principal program = new Principal(
                UUID.randomUUID(),
                "issuer",
                "program",
                OWN,
                Set.of(Role.DOCUMENTER),
                Classification.RED,
                Set.of(),
                Set.of(),
                null,
                new ServiceAccount(
                        UUID.randomUUID(),
                        Set.of(
                                new Scope(AccessIntent.CREATE, RecordKind.ITEM),
                                new Scope(AccessIntent.TRANSMIT, RecordKind.SUBMISSION))));

        assertThat(policy.mayHandIn(program, RecordKind.ITEM, true)).isTrue();
        assertThat(policy.mayHandIn(program, RecordKind.SUBMISSION, true)).isFalse();
        assertThat(policy.mayDelegate(program))
                .as("whatever the database says of its scopes")
                .isFalse();
        assertThat(policy.seesHandingIn(program)).isFalse();
    }

    @Test
    void forAnotherOrganisationNobodyIsInACompartment() {
        Principal insider = new Principal(
                UUID.randomUUID(),
                "issuer",
                "insider",
                OWN,
                Set.of(Role.DOCUMENTER),
                Classification.AMBER,
                Set.of("north"));

        assertThat(insider.outside().compartments()).isEmpty();
        assertThat(insider.outside().roles()).isEqualTo(insider.roles());
        assertThat(insider.outside().clearance()).isEqualTo(Classification.AMBER);
    }

    @Test
    void anAuditorReadsTheRecordAndItsCustodyWithoutContent() {
        Principal auditor = caller(Role.AUDITOR);
        assertThat(permits(auditor, AccessIntent.READ, RecordKind.ITEM, OTHER, true))
                .isTrue();
        assertThat(permits(auditor, AccessIntent.READ_CUSTODY, RecordKind.ITEM, OTHER, true))
                .isTrue();
        assertThat(permits(auditor, AccessIntent.READ_CONTENT, RecordKind.ITEM, OWN, false))
                .isFalse();
        assertThat(permits(auditor, AccessIntent.READ_IDENTITY, RecordKind.VICTIM, OWN, false))
                .isFalse();
    }

    @Test
    void aVictimsOrganisationSeesOnlyItsOwn() {
        Principal organisation = caller(Role.VICTIMS_ORGANISATION);
        assertThat(permits(organisation, AccessIntent.READ_CONTENT, RecordKind.ITEM, OWN, false))
                .isTrue();
        assertThat(permits(organisation, AccessIntent.CREATE, RecordKind.REPARATION_CLAIM, OWN, false))
                .isTrue();
        assertThat(permits(organisation, AccessIntent.READ, RecordKind.ITEM, OTHER, true))
                .isFalse();
        assertThat(permits(organisation, AccessIntent.READ, RecordKind.INCIDENT, OWN, false))
                .isFalse();
    }

    @Test
    void anInvestigatorWorksOnWhatIsShared() {
        Principal investigator = caller(Role.INVESTIGATOR);
        for (AccessIntent intent :
                EnumSet.of(AccessIntent.READ, AccessIntent.READ_CONTENT, AccessIntent.LINK, AccessIntent.ASSESS)) {
            assertThat(permits(investigator, intent, RecordKind.ITEM, OTHER, true))
                    .as(intent.code())
                    .isTrue();
        }
        assertThat(policy.mayCreate(investigator, RecordKind.INCIDENT)).isTrue();
        assertThat(policy.mayCreate(investigator, RecordKind.SUBMISSION)).isFalse();
    }

    /** What is done with an object is told by who hands in and who inquires; on whose order it is kept, not by investigators. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void custodyIsToldByThoseWhoHaveObjects(Role role) {
        Principal caller = caller(role);
        boolean handsIn = role == Role.DOCUMENTER || role == Role.VICTIMS_ORGANISATION;
        boolean inquires = role == Role.INVESTIGATOR || role == Role.CASE_TEAM;
        boolean keeps = role == Role.CASE_TEAM;
        assertThat(permits(caller, AccessIntent.HANDLE, RecordKind.ITEM, OWN, false))
                .isEqualTo(handsIn || inquires);
        assertThat(permits(caller, AccessIntent.HANDLE, RecordKind.ITEM, OTHER, true))
                .isEqualTo(inquires);
        assertThat(permits(caller, AccessIntent.HANDLE, RecordKind.TRANSFER, OTHER, true))
                .isEqualTo(handsIn || inquires);
        assertThat(permits(caller, AccessIntent.HOLD, RecordKind.ITEM, OWN, false))
                .isEqualTo(handsIn || keeps);
        assertThat(permits(caller, AccessIntent.HOLD, RecordKind.ITEM, OTHER, true))
                .isEqualTo(keeps);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAClaimsOfficerTakesAClaimThroughItsProceedings(Role role) {
        for (RecordKind kind : RecordKind.values()) {
            boolean decides = role == Role.CLAIMS_OFFICER && kind == RecordKind.REPARATION_CLAIM;
            assertThat(permits(caller(role), AccessIntent.DECIDE, kind, OWN, false))
                    .as(kind.code())
                    .isEqualTo(decides);
            assertThat(permits(caller(role), AccessIntent.DECIDE, kind, OTHER, true))
                    .as(kind.code())
                    .isEqualTo(decides);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void protectionNotesAreForProtectionStaffAndCounsel(Role role) {
        boolean staff = role == Role.PROTECTION_OFFICER;
        boolean reads = staff || role == Role.COUNSEL;
        Principal caller = caller(role);
        assertThat(policy.seesProtectionNotes(caller)).isEqualTo(reads);
        assertThat(policy.mayCreate(caller, RecordKind.PROTECTION_NOTE)).isEqualTo(staff);
        assertThat(policy.mayCreate(caller, RecordKind.COUNSEL_DECISION)).isEqualTo(role == Role.COUNSEL);
        for (RecordKind kind : EnumSet.of(RecordKind.PROTECTION_NOTE, RecordKind.COUNSEL_DECISION)) {
            assertThat(permits(caller, AccessIntent.READ, kind, OWN, false)).isEqualTo(reads);
            for (AccessIntent intent : AccessIntent.values()) {
                assertThat(permits(caller, intent, kind, OTHER, true))
                        .as(intent.code())
                        .isFalse();
            }
            for (AccessIntent intent : EnumSet.of(AccessIntent.TRANSMIT, AccessIntent.EXPORT, AccessIntent.LINK)) {
                assertThat(permits(caller, intent, kind, OWN, false))
                        .as(intent.code())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void consentsAndInterestsAreForTheBodyThatKeepsThemAndNoticesForBothEnds(Role role) {
        Principal caller = caller(role);
        boolean keeps = !EnumSet.of(
                        Role.INTERVIEWER, Role.COUNSEL, Role.DISCLOSURE_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR)
                .contains(role);
        boolean reads = keeps || role == Role.COUNSEL || role == Role.AUDITOR;
        for (RecordKind kind : EnumSet.of(RecordKind.CONSENT, RecordKind.PROTECTION_INTEREST)) {
            assertThat(policy.mayCreate(caller, kind)).isEqualTo(keeps);
            assertThat(permits(caller, AccessIntent.REVISE, kind, OWN, false)).isEqualTo(keeps);
            assertThat(permits(caller, AccessIntent.READ, kind, OWN, false)).isEqualTo(reads);
            assertThat(permits(caller, AccessIntent.TRANSMIT, kind, OWN, false)).isFalse();
            for (AccessIntent intent : AccessIntent.values()) {
                assertThat(permits(caller, intent, kind, OTHER, true))
                        .as(intent.code())
                        .isFalse();
            }
        }
        boolean hears = role != Role.INTERVIEWER && role != Role.ADMINISTRATOR;
        boolean answers = hears && role != Role.AUDITOR;
        assertThat(permits(caller, AccessIntent.HANDLE, RecordKind.WITHDRAWAL_NOTICE, OTHER, true))
                .isEqualTo(answers);
        assertThat(permits(caller, AccessIntent.READ, RecordKind.WITHDRAWAL_NOTICE, OTHER, true))
                .isEqualTo(hears);
        assertThat(permits(caller, AccessIntent.READ, RecordKind.WITHDRAWAL_NOTICE, OTHER, false))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoInquiresReadsNoClaimNarrativeWhateverElseTheyAre(Role role) {
        boolean inquires = role == Role.INVESTIGATOR || role == Role.CASE_TEAM;
        assertThat(policy.readsClaimNarratives(caller(role))).isEqualTo(!inquires);
        assertThat(policy.readsClaimNarratives(caller(Role.INVESTIGATOR, role))).isFalse();
    }

    @Test
    void clearanceAndCompartmentsBothBind() {
        Principal caller = new Principal(
                new UUID(0, 9), "i", "s", OWN, Set.of(Role.DOCUMENTER), Classification.AMBER, Set.of("north"));
        assertThat(decide(caller, Classification.AMBER, Set.of("north"))).isInstanceOf(Decision.Permit.class);
        assertThat(decide(caller, Classification.AMBER_STRICT, Set.of()))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.CLEARANCE)));
        assertThat(decide(caller, Classification.CLEAR, Set.of("north", "minors")))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.COMPARTMENT)));
    }

    @Test
    void aCompartmentOfTheSameNameElsewhereOpensNothing() {
        Principal caller = new Principal(
                new UUID(0, 9), "i", "s", OWN, Set.of(Role.INVESTIGATOR), Classification.RED, Set.of("informants"));
        ProtectedRecord theirs =
                new ProtectedRecord(RecordKind.ITEM, new UUID(0, 5), OTHER, Classification.GREEN, Set.of("informants"));
        assertThat(policy.decide(caller, AccessIntent.READ, theirs, Sharing.ANY))
                .isEqualTo(new Decision.Deny(Set.of(DenialReason.COMPARTMENT)));
    }

    @Test
    void aTokenNarrowsAndNeverWidens() {
        Principal both = new Principal(
                new UUID(0, 9), "i", "s", OWN, Set.of(Role.DOCUMENTER, Role.AUDITOR), Classification.RED, Set.of());
        assertThat(both.narrowedTo(Set.of(Role.AUDITOR, Role.ADMINISTRATOR)).roles())
                .containsExactly(Role.AUDITOR);
        assertThat(both.narrowedTo(Set.of()).roles()).isEmpty();
    }

    private Decision decide(Principal caller, Classification classification, Set<String> compartments) {
        ProtectedRecord record =
                new ProtectedRecord(RecordKind.ITEM, new UUID(0, 5), OWN, classification, compartments);
        return policy.decide(caller, AccessIntent.READ, record, Sharing.NONE);
    }

    private boolean permits(Principal caller, AccessIntent intent, RecordKind kind, UUID owner, boolean shared) {
        ProtectedRecord record = new ProtectedRecord(kind, new UUID(0, 5), owner, Classification.CLEAR, Set.of());
        return policy.decide(caller, intent, record, shared ? Sharing.ANY : Sharing.NONE)
                .permitted();
    }

    private static Principal caller(Role... roles) {
        Set<Role> held = EnumSet.copyOf(Arrays.asList(roles));
        return new Principal(new UUID(0, 9), "i", "s", OWN, held, Classification.RED, Set.of());
    }
}
