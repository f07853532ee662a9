package org.aletheia.evidence.record;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/** Collects codes in the form of search, {@code list:code}. Not thread-safe. */
public final class SearchCodes {
    private final List<String> codes = new ArrayList<>();

    /** A code that may be absent. */
    public SearchCodes add(String list, @Nullable String code) {
        if (code != null) {
            codes.add(list + ":" + code);
        }
        return this;
    }

    /** Codes of one list. */
    public SearchCodes add(String list, List<String> values) {
        values.forEach(code -> add(list, code));
        return this;
    }

    /** Codes that name their lists. */
    public SearchCodes add(List<ListedCode> values) {
        values.forEach(value -> add(value.list(), value.code()));
        return this;
    }

    /** Countries, as {@code country:UA}. */
    public SearchCodes countries(List<CountryCode> values) {
        values.forEach(country -> add("country", country.value()));
        return this;
    }

    /** The country of a place, if it tells one. */
    public SearchCodes country(@Nullable Place place) {
        return place == null || place.country() == null ? this : countries(List.of(place.country()));
    }

    /** What was collected. */
    public List<String> list() {
        return List.copyOf(codes);
    }
}
