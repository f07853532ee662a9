package org.aletheia.evidence.metadata;

import java.util.List;
import java.util.Optional;
import org.aletheia.kernel.CountryCode;

/**
 * On what terms an item was received.
 *
 * @param allowedCountries where it may be kept and used; empty for no such limit
 */
public record ItemTerms(ReceiptConditions conditions, List<CountryCode> allowedCountries) {
    /** Of what cannot be told. */
    public static final ItemTerms DEFAULT = new ItemTerms(ReceiptConditions.DEFAULT, List.of());

    public ItemTerms {
        allowedCountries = List.copyOf(allowedCountries);
    }

    /** Those of a submission and of all that belongs to it. */
    public static ItemTerms of(SubmissionStatement submission) {
        return new ItemTerms(submission.conditions(), submission.allowedCountries());
    }

    /**
     * Why a body may not have or use it because of where it works; empty where it may.
     *
     * @param country of the body; a body of which nobody said it is in none of the allowed ones
     */
    public Optional<String> againstCountry(Optional<CountryCode> country) {
        if (allowedCountries.isEmpty()) {
            return Optional.empty();
        }
        return country.map(in ->
                        allowedCountries.contains(in) ? Optional.<String>empty() : Optional.of("country-not-allowed"))
                .orElse(Optional.of("country-unknown"));
    }
}
