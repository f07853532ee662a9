package org.aletheia.evidence.record;

import java.util.Locale;

/** How records leave the repository beside single reads; codes of {@code export-form}. */
public enum ExportForm {
    /** A document about a person, unit, incident or case. */
    DOSSIER,
    /** What is transmitted to another body. */
    PACKAGE;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
