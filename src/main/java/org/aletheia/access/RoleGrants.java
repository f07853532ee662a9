package org.aletheia.access;

import static org.aletheia.access.AccessIntent.ADMINISTER;
import static org.aletheia.access.AccessIntent.ASSESS;
import static org.aletheia.access.AccessIntent.CREATE;
import static org.aletheia.access.AccessIntent.DECIDE;
import static org.aletheia.access.AccessIntent.DISCLOSE;
import static org.aletheia.access.AccessIntent.DISPOSE;
import static org.aletheia.access.AccessIntent.HANDLE;
import static org.aletheia.access.AccessIntent.HOLD;
import static org.aletheia.access.AccessIntent.LINK;
import static org.aletheia.access.AccessIntent.LIST;
import static org.aletheia.access.AccessIntent.READ;
import static org.aletheia.access.AccessIntent.READ_CONTENT;
import static org.aletheia.access.AccessIntent.READ_CUSTODY;
import static org.aletheia.access.AccessIntent.READ_IDENTITY;
import static org.aletheia.access.AccessIntent.READ_REGISTER;
import static org.aletheia.access.AccessIntent.REVISE;
import static org.aletheia.access.AccessIntent.RULE;
import static org.aletheia.access.AccessIntent.SUPERVISE;
import static org.aletheia.access.AccessIntent.TRANSMIT;
import static org.aletheia.access.ClosureGround.ABUSE_MATERIAL;
import static org.aletheia.access.ClosureGround.CONDITION_OF_RECEIPT;
import static org.aletheia.access.ClosureGround.CONSENT_LIMITS;
import static org.aletheia.access.ClosureGround.PRIVILEGE;
import static org.aletheia.access.ClosureGround.PROTECTION_INTEREST;
import static org.aletheia.access.RecordKind.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What one role grants: intents per kind, for the own organisation's records and for those shared with it. */
final class RoleGrants {
    private static final Set<RecordKind> EVIDENCE = EnumSet.of(SUBMISSION, DEPOSIT, ITEM);
    /** The search for the missing; families' organisations keep these too. */
    private static final Set<RecordKind> SEARCH = EnumSet.of(MISSING_PERSON, WHEREABOUTS, MISSING_STATUS_PROPOSAL);

    private static final Set<RecordKind> FACTS = union(
            SEARCH,
            EnumSet.of(
                    SOURCE,
                    INCIDENT,
                    ACT,
                    INVOLVEMENT,
                    INCIDENT_LINK,
                    REVIEW,
                    OPINION,
                    PERSON,
                    GROUP,
                    UNIT,
                    ORGANISATION,
                    STATE,
                    AFFILIATION,
                    VICTIM,
                    CAPACITY,
                    PERSON_LINK,
                    STATEMENT));
    private static final Set<RecordKind> CLAIMS =
            EnumSet.of(REPARATION_CLAIM, VICTIM, CAPACITY, PERSON_LINK, STATEMENT, SOURCE);
    /** Never shared by themselves: seen by way of the records that they are about. */
    private static final Set<RecordKind> JOINING = EnumSet.of(JOIN, JOIN_WITHDRAWAL);

    private static final Set<RecordKind> CASES = EnumSet.of(CASE_FILE, CASE_ELEMENT);
    private static final Set<RecordKind> DISCLOSURE = EnumSet.of(DISCLOSURE_DECISION, DISCLOSURE_CERTIFICATE);
    private static final Set<RecordKind> ALL = union(union(EVIDENCE, FACTS), CLAIMS);
    /** Closed to everybody else, never shared: no role may transmit them. */
    private static final Set<RecordKind> PROTECTION = EnumSet.of(PROTECTION_NOTE, COUNSEL_DECISION);

    /** Kept by whoever takes testimony or answers for it; never shared. */
    private static final Set<RecordKind> CONSENTS = EnumSet.of(CONSENT, RecordKind.PROTECTION_INTEREST);

    /** Seen from both ends; whoever is told answers. */
    private static final Set<RecordKind> TOLD = EnumSet.of(WITHDRAWAL_NOTICE);

    /** What can be disposed of: not what must be disclosed, nor what was decided about it. */
    private static final Set<RecordKind> DISPOSABLE =
            union(union(FACTS, PROTECTION), EnumSet.of(SUBMISSION, ITEM, REPARATION_CLAIM));

    /** What closures close, and bring before those who rule on it. */
    private static final Set<RecordKind> CLOSABLE = union(union(FACTS, CLAIMS), EnumSet.of(SUBMISSION, ITEM));

    /** Who handed it in knows it, answers for it, and stays in touch with who gave it. */
    private static final Set<ClosureGround> HANDING_IN = EnumSet.of(PRIVILEGE, CONSENT_LIMITS);

    private static final Set<RecordKind> MEMBERSHIP = EnumSet.of(MEMBER_ORGANISATION, MEMBER, SHARE);
    /** Transfers are seen from both ends; whoever decides must be able to handle the item as well. */
    private static final Set<AccessIntent> TRANSFERRING = EnumSet.of(LIST, READ, READ_CUSTODY, HANDLE);

    private static final Set<AccessIntent> LOOK = EnumSet.of(LIST, READ, READ_CUSTODY);
    private static final Set<AccessIntent> USE = EnumSet.of(LIST, READ, READ_CUSTODY, READ_CONTENT);
    private static final Set<AccessIntent> WRITE = EnumSet.of(CREATE, REVISE, LINK, TRANSMIT);
    /** Like {@link #WRITE}, of what never leaves the body. */
    private static final Set<AccessIntent> KEEP = EnumSet.of(CREATE, REVISE, LINK, ASSESS);

    /** Written down by whoever is before the body that orders. */
    private static final Set<AccessIntent> ORDERED = EnumSet.of(LIST, READ, READ_CUSTODY, CREATE, REVISE);

    private static final Set<AccessIntent> MARK = EnumSet.of(LIST, READ, CREATE);

    /** To give somebody a door of their own, and to answer what they leave at it. */
    private static final Set<AccessIntent> ATTEND = EnumSet.of(LIST, READ, READ_CUSTODY, READ_CONTENT, CREATE, REVISE);

    private static final Set<AccessIntent> DECIDING = EnumSet.of(LIST, READ, READ_CUSTODY, CREATE, REVISE);

    private static final Map<Role, RoleGrants> BY_ROLE = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Role.DOCUMENTER,
                    custodian()
                            .own(union(EVIDENCE, FACTS), union(USE, WRITE))
                            .own(JOINING, union(USE, KEEP))
                            .through(HANDING_IN)
                            .consenting()
                            .disposing(union(EnumSet.of(SUBMISSION, ITEM), FACTS))),
            Map.entry(
                    Role.VICTIMS_ORGANISATION,
                    custodian()
                            .own(union(union(EVIDENCE, CLAIMS), union(SEARCH, EnumSet.of(REVIEW))), union(USE, WRITE))
                            .own(JOINING, union(USE, KEEP))
                            .own(EnumSet.of(VICTIM), EnumSet.of(READ_IDENTITY))
                            .through(HANDING_IN)
                            .consenting()
                            .disposing(union(union(EnumSet.of(SUBMISSION, ITEM, REVIEW), CLAIMS), SEARCH))),
            Map.entry(Role.INVESTIGATOR, inquiry()),
            Map.entry(
                    Role.CASE_TEAM,
                    inquiry()
                            .any(EnumSet.of(ITEM, LEGAL_HOLD), EnumSet.of(HOLD))
                            .own(EnumSet.of(PROTECTIVE_MEASURE), ORDERED)
                            .own(CASES, KEEP)),
            Map.entry(
                    Role.CLAIMS_OFFICER,
                    new RoleGrants()
                            .any(ALL, USE)
                            .own(union(CLAIMS, EnumSet.of(REVIEW)), WRITE)
                            .any(CLAIMS, EnumSet.of(LINK, ASSESS))
                            .any(EnumSet.of(REPARATION_CLAIM), EnumSet.of(DECIDE))
                            .any(ALL, EnumSet.of(LINK))
                            .any(EnumSet.of(VICTIM), EnumSet.of(READ_IDENTITY))
                            .any(JOINING, USE)
                            .own(JOINING, KEEP)
                            .own(EnumSet.of(DISCLOSURE_FLAG), MARK)
                            .consenting()
                            .disposing(union(CLAIMS, EnumSet.of(REVIEW)))),
            Map.entry(Role.PROTECTION_OFFICER, protection()),
            Map.entry(
                    Role.COUNSEL,
                    new RoleGrants()
                            .own(union(PROTECTION, CONSENTS), LOOK)
                            .any(TOLD, TRANSFERRING)
                            .own(EnumSet.of(COUNSEL_DECISION), EnumSet.of(CREATE))
                            .own(EnumSet.of(SUBMISSION), union(LOOK, EnumSet.of(RULE)))
                            .own(EnumSet.of(PROTECTIVE_MEASURE), ORDERED)
                            .own(EnumSet.of(LEGAL_HOLD), EnumSet.of(HOLD))
                            .own(EnumSet.of(LEGAL_REQUEST), DECIDING)
                            .supervising()
                            .through(EnumSet.complementOf(EnumSet.of(CONDITION_OF_RECEIPT, ABUSE_MATERIAL)))
                            .ofClosed(CLOSABLE, USE)
                            .disposing(DISPOSABLE)),
            Map.entry(
                    Role.DISCLOSURE_OFFICER,
                    new RoleGrants()
                            .own(EnumSet.of(ITEM), EnumSet.of(READ_REGISTER))
                            .own(union(CASES, DISCLOSURE), LOOK)
                            .own(EnumSet.of(PROTECTIVE_MEASURE), LOOK)
                            .any(TOLD, TRANSFERRING)
                            .own(EnumSet.of(CASE_FILE), EnumSet.of(DISCLOSE))
                            .own(DISCLOSURE, EnumSet.of(CREATE, REVISE))
                            .own(EnumSet.of(LEGAL_REQUEST), LOOK)
                            .own(EnumSet.of(DISCLOSURE_FLAG), EnumSet.of(LIST, READ, REVISE))),
            Map.entry(
                    Role.AUDITOR,
                    new RoleGrants()
                            .any(union(ALL, JOINING), LOOK)
                            .any(EnumSet.of(TRANSFER, LEGAL_HOLD), LOOK)
                            .own(union(CONSENTS, EnumSet.of(DISPOSAL, PROTECTIVE_MEASURE, IDENTITY_ERASURE)), LOOK)
                            .own(EnumSet.of(MEMBER), EnumSet.of(READ_CUSTODY))
                            .any(TOLD, LOOK)),
            Map.entry(Role.ADMINISTRATOR, new RoleGrants().own(MEMBERSHIP, EnumSet.of(LIST, READ, ADMINISTER))),
            Map.entry(
                    Role.INTERVIEWER,
                    new RoleGrants()
                            .own(EnumSet.of(VICTIM, PERSON), LOOK)
                            .own(EnumSet.of(PRIOR_QUESTION), EnumSet.of(CREATE)))));

    private final Map<RecordKind, Set<AccessIntent>> own = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Set<AccessIntent>> shared = new EnumMap<>(RecordKind.class);

    /** Intents for own records that one of {@link #through} closes, beside those for every own record. */
    private final Map<RecordKind, Set<AccessIntent>> closed = new EnumMap<>(RecordKind.class);

    private final Set<ClosureGround> through = EnumSet.noneOf(ClosureGround.class);

    static RoleGrants of(Role role) {
        return BY_ROLE.getOrDefault(role, new RoleGrants());
    }

    Set<AccessIntent> intents(RecordKind kind, boolean ownRecord) {
        return (ownRecord ? own : shared).getOrDefault(kind, Set.of());
    }

    /** What the role grants for own records of the kind that one of {@link #through} closes, as these are before it to rule. */
    Set<AccessIntent> ofClosed(RecordKind kind) {
        return closed.getOrDefault(kind, Set.of());
    }

    /** The grounds on which own records are not closed to the role. */
    Set<ClosureGround> through() {
        return Set.copyOf(through);
    }

    /** Whoever handed material in: what is done with it, and on whose order it is kept. */
    private static RoleGrants custodian() {
        return new RoleGrants()
                .own(EnumSet.of(ITEM), EnumSet.of(HANDLE, HOLD))
                .any(EnumSet.of(TRANSFER), TRANSFERRING)
                .own(EnumSet.of(LEGAL_HOLD), union(LOOK, EnumSet.of(HOLD)))
                .own(EnumSet.of(ANONYMOUS_DEPOSIT), union(USE, EnumSet.of(REVISE)))
                .own(EnumSet.of(DOOR), ATTEND);
    }

    private static RoleGrants inquiry() {
        return new RoleGrants()
                .any(ALL, USE)
                .any(EnumSet.of(ITEM), EnumSet.of(HANDLE))
                .any(EnumSet.of(TRANSFER), TRANSFERRING)
                .any(EnumSet.of(LEGAL_HOLD), LOOK)
                .any(ALL, EnumSet.of(LINK, ASSESS))
                .own(FACTS, WRITE)
                .disposing(FACTS)
                .any(JOINING, USE)
                .own(JOINING, KEEP)
                .own(CASES, USE)
                .own(EnumSet.of(CASE_ELEMENT), KEEP)
                .own(DISCLOSURE, LOOK)
                .own(EnumSet.of(DISCLOSURE_FLAG), MARK)
                .consenting()
                .any(EnumSet.of(VICTIM, PERSON), EnumSet.of(READ_IDENTITY));
    }

    private static RoleGrants protection() {
        return new RoleGrants()
                .own(union(PROTECTION, EnumSet.of(STATEMENT, VICTIM, PERSON, PROTECTIVE_MEASURE)), LOOK)
                .own(EnumSet.of(PROTECTION_NOTE), EnumSet.of(CREATE, REVISE))
                .consenting()
                .own(EnumSet.of(DOOR), ATTEND)
                .own(EnumSet.of(VICTIM, PERSON), EnumSet.of(READ_IDENTITY))
                .own(EnumSet.of(PRIOR_MATCH), EnumSet.of(LIST, READ))
                .supervising()
                .through(EnumSet.of(CONSENT_LIMITS, PROTECTION_INTEREST))
                .ofClosed(CLOSABLE, USE)
                .disposing(EnumSet.of(PROTECTION_NOTE));
    }

    /** What is alleged of children, and the acts, to let it stand or not; and whether a rendition identifies nobody. */
    private RoleGrants supervising() {
        return own(EnumSet.of(ACT), LOOK)
                .own(EnumSet.of(INVOLVEMENT), union(LOOK, EnumSet.of(SUPERVISE)))
                .own(EnumSet.of(ITEM), EnumSet.of(SUPERVISE));
    }

    /** To record what people agree to and take back, and to hear and answer what others were told of theirs. */
    private RoleGrants consenting() {
        return own(CONSENTS, union(USE, KEEP)).any(TOLD, TRANSFERRING);
    }

    /** To ask for the disposal of own records, or the erasure of an identity, and to decide what another asked. */
    private RoleGrants disposing(Set<RecordKind> kinds) {
        return own(kinds, EnumSet.of(DISPOSE)).own(EnumSet.of(DISPOSAL, IDENTITY_ERASURE), DECIDING);
    }

    private RoleGrants through(Set<ClosureGround> grounds) {
        through.addAll(grounds);
        return this;
    }

    private RoleGrants ofClosed(Set<RecordKind> kinds, Set<AccessIntent> intents) {
        kinds.forEach(kind -> add(closed, kind, intents));
        return this;
    }

    private RoleGrants own(Set<RecordKind> kinds, Set<AccessIntent> intents) {
        kinds.forEach(kind -> add(own, kind, intents));
        return this;
    }

    private RoleGrants any(Set<RecordKind> kinds, Set<AccessIntent> intents) {
        kinds.forEach(kind -> add(shared, kind, intents));
        return own(kinds, intents);
    }

    private static void add(Map<RecordKind, Set<AccessIntent>> to, RecordKind kind, Set<AccessIntent> intents) {
        to.computeIfAbsent(kind, k -> EnumSet.noneOf(AccessIntent.class)).addAll(intents);
    }

    private static <E extends Enum<E>> Set<E> union(Set<E> a, Set<E> b) {
        EnumSet<E> both = EnumSet.copyOf(a);
        both.addAll(b);
        return both;
    }
}
