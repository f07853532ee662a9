package org.aletheia.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;

/** How far a record may travel: Traffic Light Protocol 2.0 (FIRST), from open to strictest. */
public enum Classification {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String code;

    Classification(String code) {
        this.code = code;
    }

    /** The form on the wire and in the database, as TLP writes it. */
    public String code() {
        return code;
    }

    /** Whether a clearance of this level covers a record of that level. */
    public boolean covers(Classification record) {
        return compareTo(record) >= 0;
    }

    /** All levels that a clearance of this level covers. */
    public Set<Classification> covered() {
        return EnumSet.range(CLEAR, this);
    }

    /** @throws MalformedValueException {@code classification-unknown} */
    public static Classification parse(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("classification-unknown", "not a TLP 2.0 label"));
    }
}
