package org.aletheia.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;

/**
 * What a caller says a use is for; stands in the event of that use. A role acts for its purposes alone: of a caller who declares
 * another one it does not count.
 */
public enum Purpose {
    DOCUMENTATION,
    VICTIM_SUPPORT,
    INVESTIGATION,
    CASE_PREPARATION,
    REPARATION,
    DISCLOSURE,
    AUDIT,
    ADMINISTRATION;

    /** The request header that names a purpose. */
    public static final String HEADER = "Aletheia-Purpose";

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code purpose-unknown} */
    public static Purpose parse(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("purpose-unknown", "not a purpose code"));
    }

    /** Several. @throws MalformedValueException {@code purpose-unknown} */
    public static Set<Purpose> parse(String[] codes) {
        return Arrays.stream(codes).map(Purpose::parse).collect(Collectors.toUnmodifiableSet());
    }

    /** The role's own, for which it acts where nothing is declared. */
    static Purpose of(Role role) {
        return servedBy(role).getFirst();
    }

    /** All for which the role may act, its own first. */
    static List<Purpose> servedBy(Role role) {
        return switch (role) {
            case DOCUMENTER -> List.of(DOCUMENTATION, VICTIM_SUPPORT);
            case INTERVIEWER -> List.of(DOCUMENTATION, INVESTIGATION);
            case VICTIMS_ORGANISATION -> List.of(VICTIM_SUPPORT, DOCUMENTATION, REPARATION);
            case PROTECTION_OFFICER -> List.of(VICTIM_SUPPORT);
            case INVESTIGATOR -> List.of(INVESTIGATION, CASE_PREPARATION);
            case CASE_TEAM -> List.of(CASE_PREPARATION, INVESTIGATION, DISCLOSURE);
            case COUNSEL -> List.of(CASE_PREPARATION, DISCLOSURE, VICTIM_SUPPORT);
            case CLAIMS_OFFICER -> List.of(REPARATION);
            case DISCLOSURE_OFFICER -> List.of(DISCLOSURE, CASE_PREPARATION);
            case AUDITOR -> List.of(AUDIT);
            case ADMINISTRATOR -> List.of(ADMINISTRATION);
        };
    }
}
