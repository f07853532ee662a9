package org.aletheia.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;

/** The kinds of record that the policy knows. */
public enum RecordKind {
    SUBMISSION,
    DEPOSIT,
    /** What somebody without an account handed in, and nobody made evidence yet. */
    ANONYMOUS_DEPOSIT,
    ITEM,
    TRANSFER,
    LEGAL_HOLD,
    SOURCE,
    INCIDENT,
    ACT,
    INVOLVEMENT,
    INCIDENT_LINK,
    MISSING_PERSON,
    WHEREABOUTS,
    MISSING_STATUS_PROPOSAL,
    REVIEW,
    OPINION,
    PERSON,
    GROUP,
    UNIT,
    ORGANISATION,
    STATE,
    /** That one party stands in a relation to another, or to a place, for a time. */
    AFFILIATION,
    VICTIM,
    /** Somebody as witness, claimant …, apart from what else they are. */
    CAPACITY,
    /** That two records of persons belong together. */
    PERSON_LINK,
    /** That records of one kind speak of one and the same, or do not. */
    JOIN,
    /** That an organisation takes a record of its own out of joins. */
    JOIN_WITHDRAWAL,
    IDENTITY_REVEAL,
    /** That nobody is to know any more who somebody is, and what was decided about it. */
    IDENTITY_ERASURE,
    /** Whether somebody was interviewed before. */
    PRIOR_QUESTION,
    /** That two organisations may know the same person. */
    PRIOR_MATCH,
    STATEMENT,
    PROTECTION_NOTE,
    /** What somebody agreed to of what they gave. */
    CONSENT,
    /** That a body which has it was told that somebody took back what they had agreed to. */
    WITHDRAWAL_NOTICE,
    /** That somebody who gave nothing appears in an item. */
    PROTECTION_INTEREST,
    COUNSEL_DECISION,
    /** What a court or another body ordered for somebody's protection. */
    PROTECTIVE_MEASURE,
    /** That somebody can see without an account what happened to their words. */
    DOOR,
    CASE_FILE,
    CASE_ELEMENT,
    DISCLOSURE_FLAG,
    DISCLOSURE_DECISION,
    DISCLOSURE_CERTIFICATE,
    REPARATION_CLAIM,
    /** That records are to go for good, and what was decided about it. */
    DISPOSAL,
    /** That something be done for which one member is not enough. */
    APPROVAL,
    /** What an authority or a person asked of the organisation by law. */
    LEGAL_REQUEST,
    /** That one person alone saw an identity at once, to save a life. */
    URGENT_REVEAL,
    MEMBER_ORGANISATION,
    MEMBER,
    SHARE;

    private static final Map<String, RecordKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RecordKind::code, kind -> kind));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The kebab-case code, as in events, shares and search. */
    public String code() {
        return code;
    }

    /** @throws MalformedValueException {@code kind-unknown} */
    public static RecordKind parse(String code) {
        RecordKind kind = BY_CODE.get(code);
        if (kind == null) {
            throw new MalformedValueException("kind-unknown", "not a record kind");
        }
        return kind;
    }
}
