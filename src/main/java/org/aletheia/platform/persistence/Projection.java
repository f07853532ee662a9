package org.aletheia.platform.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What a record looks like to followers that find or count it. Never holds what lies in the vault. Whom it is shared with
 * is not part of it: shares are rows of their own.
 *
 * @param kind code of the record's kind
 * @param classification wire form, for example {@code TLP:AMBER}
 * @param confinedTo the members who alone use it, beside those whose role oversees it; empty where it is not confined
 * @param fields by the names of {@link Field}; absent means that the record has none
 */
public record Projection(
        String kind,
        UUID id,
        UUID ownerOrg,
        String classification,
        Set<String> compartments,
        Set<UUID> confinedTo,
        Map<Field, Object> fields) {
    public Projection {
        compartments = Set.copyOf(compartments);
        confinedTo = Set.copyOf(confinedTo);
        fields = Map.copyOf(fields);
    }

    /** What a projection may say of a record. */
    public enum Field {
        /** String. */
        TITLE,
        /** String. */
        DESCRIPTION,
        /** String: the plain text of the material, as much as may be indexed. */
        TEXT,
        /** String: words of the material that two persons found free of identifying passages. */
        APPROVED_TEXT,
        /** List of strings: names in any script. */
        NAMES,
        /** List of strings that are looked up as a whole: registration numbers, pseudonyms, digests. */
        IDENTIFIERS,
        /** List of {@link LanguageTag}. */
        LANGUAGES,
        /** List of {@link UncertainDate}. */
        DATES,
        /** List of {@link GeoPoint}; an area gives its corners or centre. */
        PLACES,
        /** List of strings: content markings, codes. */
        MARKINGS,
        /** List of strings: every other code, as {@code list:code}, for example {@code state:registered}. */
        CODES,
        /** Boolean: text and names stay out of search and places become coarse. */
        MAY_IDENTIFY_PROTECTED_PERSON
    }

    /** A projection of the row, without fields. */
    public static Builder of(String kind, RecordEntity row) {
        return of(kind, row.id, row.ownerOrg, row.classification, Set.of(row.compartments));
    }

    /** A projection without fields, of a row that was read without Hibernate. */
    public static Builder of(String kind, UUID id, UUID ownerOrg, String classification, Set<String> compartments) {
        return new Builder(new Projection(kind, id, ownerOrg, classification, compartments, Set.of(), Map.of()));
    }

    /** Collects fields; null, blank and empty values are left out. Not thread-safe. */
    public static final class Builder {
        private final Projection bare;
        private final Map<Field, Object> fields = new LinkedHashMap<>();
        private Set<UUID> confinedTo = Set.of();

        private Builder(Projection bare) {
            this.bare = bare;
        }

        public Builder confinedTo(Set<UUID> members) {
            confinedTo = members;
            return this;
        }

        public Builder title(@Nullable String value) {
            return text(Field.TITLE, value);
        }

        public Builder description(@Nullable String value) {
            return text(Field.DESCRIPTION, value);
        }

        public Builder text(@Nullable String value) {
            return text(Field.TEXT, value);
        }

        public Builder approvedText(@Nullable String value) {
            return text(Field.APPROVED_TEXT, value);
        }

        public Builder names(List<String> values) {
            return list(Field.NAMES, values);
        }

        public Builder identifiers(List<String> values) {
            return list(Field.IDENTIFIERS, values);
        }

        public Builder languages(List<LanguageTag> values) {
            return list(Field.LANGUAGES, values);
        }

        public Builder dates(List<UncertainDate> values) {
            return list(Field.DATES, values);
        }

        public Builder places(List<GeoPoint> values) {
            return list(Field.PLACES, values);
        }

        public Builder markings(List<String> values) {
            return list(Field.MARKINGS, values);
        }

        public Builder codes(List<String> values) {
            return list(Field.CODES, values);
        }

        public Builder mayIdentifyProtectedPerson(boolean value) {
            fields.put(Field.MAY_IDENTIFY_PROTECTED_PERSON, value);
            return this;
        }

        public Projection build() {
            return new Projection(
                    bare.kind, bare.id, bare.ownerOrg, bare.classification, bare.compartments, confinedTo, fields);
        }

        private Builder text(Field field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                fields.put(field, value);
            }
            return this;
        }

        private Builder list(Field field, List<?> values) {
            if (!values.isEmpty()) {
                fields.put(field, List.copyOf(values));
            }
            return this;
        }
    }
}
