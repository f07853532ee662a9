package org.aletheia.testimony.protection;

import java.util.Map;
import java.util.Set;

/**
 * What a type of note must and may say, beside what every note says.
 *
 * @param must members that are required
 * @param may other members that it can have
 * @param outcomes list of its outcomes
 */
record NoteType(Set<String> must, Set<String> may, String outcomes) {
    private static final String OF_REFERRAL = "referral-outcome";
    private static final String OF_CONTACT = "contact-outcome";
    private static final Map<String, NoteType> KNOWN = Map.of(
            "risk-assessment", new NoteType(Set.of("level"), Set.of("threats", "measures", "reviewOn"), OF_REFERRAL),
            "safe-contact-plan",
                    new NoteType(Set.of("channels"), Set.of("limits", "languages", "reviewOn"), OF_CONTACT),
            "referral", new NoteType(Set.of("service"), Set.of("outcome"), OF_REFERRAL),
            "security-incident", new NoteType(Set.of("incident"), Set.of("level", "threats", "measures"), OF_REFERRAL),
            "contact-log", new NoteType(Set.of("channels", "purpose"), Set.of("outcome", "languages"), OF_CONTACT));

    /** A type that an operator added says what they like, in the same codes. */
    private static final NoteType ADDED = new NoteType(
            Set.of(),
            Set.of(
                    "level",
                    "threats",
                    "measures",
                    "reviewOn",
                    "channels",
                    "limits",
                    "languages",
                    "service",
                    "incident",
                    "purpose",
                    "outcome"),
            OF_CONTACT);

    /** The type of a code. */
    static NoteType of(String code) {
        return KNOWN.getOrDefault(code, ADDED);
    }

    /** Whether such a note can have that member. */
    boolean takes(String member) {
        return must.contains(member) || may.contains(member);
    }
}
