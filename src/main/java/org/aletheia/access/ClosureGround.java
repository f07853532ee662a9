package org.aletheia.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;

/**
 * Why a record is closed beyond ownership and role, from the strongest ground to the weakest. Grounds add up: a record is
 * for those whom every ground in force lets through; which duty prevails is {@link Precedence}'s to say.
 */
public enum ClosureGround {
    /** Ordered by a court or another body, until that body varies it. */
    PROTECTIVE_MEASURE,
    /** Ordered so of what the record holds: its content is closed, but for the renditions that the order leaves. */
    CONTENT_WITHHELD(AccessIntent.READ_CONTENT, AccessIntent.EXPORT, AccessIntent.DISPOSE),
    /** Ordered so of who somebody is: the name behind the pseudonym is closed. */
    IDENTITY_WITHHELD(AccessIntent.READ_IDENTITY, AccessIntent.DISPOSE),
    /** Suspected material of the abuse of children: the law forbids to look at it, whoever holds it. */
    ABUSE_MATERIAL,
    /** Between counsel and client, doctor and patient …: claimed, until counsel rules. */
    PRIVILEGE,
    /** The person who gave it took back what they had agreed to. */
    CONSENT_WITHDRAWN,
    /** What the person agreed to does not reach as far as this body's use. */
    CONSENT_LIMITS,
    /** Somebody who appears in it, and gave nothing, is to be kept safe: until a redaction or the end of the risk. */
    PROTECTION_INTEREST,
    /** Who handed it in set terms that forbid others to see it now. */
    CONDITION_OF_RECEIPT;

    private final Set<AccessIntent> only;

    ClosureGround(AccessIntent... only) {
        this.only = Set.of(only);
    }

    /** Whether it closes the record itself, so that to those whom it does not let through there is none. */
    public boolean closesRecord() {
        return only.isEmpty();
    }

    /** Whether it closes a record to that intent. */
    public boolean closes(AccessIntent intent) {
        return closesRecord() || only.contains(intent);
    }

    /** The kebab-case code, as in the journal, in the database and in search. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws MalformedValueException {@code closure-ground-unknown} */
    public static ClosureGround parse(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("closure-ground-unknown", "not a ground of closure"));
    }
}
