package org.aletheia.evidence.metadata;

import java.util.List;
import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation states about what it hands in.
 *
 * @param controller body that decides on the use of the personal data
 * @param custodian body that keeps the material
 * @param legalBasis in words or by article
 * @param allowedCountries where it may be kept and used; empty for no such limit
 * @param retentionRule code of the list {@code retention-rule}
 */
public record SubmissionStatement(
        String title,
        @Nullable Transmittal transmittal,
        ReceiptConditions conditions,
        Privilege privilege,
        String controller,
        @Nullable String custodian,
        String legalBasis,
        List<CountryCode> allowedCountries,
        String retentionRule) {
    public SubmissionStatement {
        allowedCountries = List.copyOf(allowedCountries);
    }
}
