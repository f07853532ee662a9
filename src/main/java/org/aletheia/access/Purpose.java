package org.aletheia.access;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** What a caller says a use is for; stands in the event of that use. */
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

    /**
     * The purpose that a header names, or that of the role where it names none.
     *
     * @throws MalformedValueException {@code purpose-unknown}
     */
    static Purpose of(@Nullable String header, Role role) {
        if (header == null) {
            return of(role);
        }
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(header))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("purpose-unknown", "not a purpose code"));
    }

    private static Purpose of(Role role) {
        return switch (role) {
            case DOCUMENTER, INTERVIEWER -> DOCUMENTATION;
            case VICTIMS_ORGANISATION, PROTECTION_OFFICER -> VICTIM_SUPPORT;
            case INVESTIGATOR -> INVESTIGATION;
            case CASE_TEAM, COUNSEL -> CASE_PREPARATION;
            case CLAIMS_OFFICER -> REPARATION;
            case DISCLOSURE_OFFICER -> DISCLOSURE;
            case AUDITOR -> AUDIT;
            case ADMINISTRATOR -> ADMINISTRATION;
        };
    }
}
