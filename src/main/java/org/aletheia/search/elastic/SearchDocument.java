package org.aletheia.search.elastic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.CoarsePlace;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What is indexed of one record.
 *
 * @param access who may find it
 * @param languages BCP 47 tags
 * @param markings content markings, codes
 * @param codes every other code, as {@code field:code}
 * @param identifiers registration numbers, pseudonyms and the like, found as a whole
 * @param names found folded, in any script
 */
public record SearchDocument(
        RecordKind kind,
        UUID id,
        Access access,
        Set<String> languages,
        Set<String> markings,
        Set<String> codes,
        Set<String> identifiers,
        List<String> names,
        List<UncertainDate> dates,
        List<GeoPoint> places,
        @Nullable String title,
        @Nullable String description,
        @Nullable String content) {

    /**
     * Who may find the record, as the access policy asks.
     *
     * @param shares organisations that it is shared with, until when and for what
     * @param confinedTo the members who alone find it, beside those who oversee it; empty where it is not confined
     * @param closures the grounds on which it is closed, and until when
     */
    public record Access(
            UUID ownerOrg,
            Classification classification,
            Set<String> compartments,
            Map<UUID, Granted> shares,
            Set<UUID> confinedTo,
            Map<ClosureGround, Optional<Instant>> closures) {
        /** Of a record that nothing closes. */
        public Access(
                UUID ownerOrg,
                Classification classification,
                Set<String> compartments,
                Map<UUID, Granted> shares,
                Set<UUID> confinedTo) {
            this(ownerOrg, classification, compartments, shares, confinedTo, Map.of());
        }
    }

    /**
     * What an organisation has of a record by a share.
     *
     * @param ends when it ends by itself; empty where it does not
     * @param purposes those for which alone it has it; empty: for any
     */
    public record Granted(Optional<Instant> ends, Set<Purpose> purposes) {
        public Granted {
            purposes = Set.copyOf(purposes);
        }
    }

    /** The same without what the material says. */
    public SearchDocument withoutContent() {
        return new SearchDocument(
                kind,
                id,
                access,
                languages,
                markings,
                codes,
                identifiers,
                names,
                dates,
                places,
                title,
                description,
                null);
    }

    /** The same without anything that could name or place a protected person: text gone, places coarse. */
    public SearchDocument withoutIdentifyingText() {
        return withoutIdentifyingText(null);
    }

    /** As {@link #withoutIdentifyingText()}, with words in the place of the content that were found to identify nobody. */
    public SearchDocument withoutIdentifyingText(@Nullable String approved) {
        return new SearchDocument(
                kind,
                id,
                access,
                languages,
                markings,
                codes,
                identifiers,
                List.of(),
                dates,
                places.stream().map(CoarsePlace::of).toList(),
                null,
                null,
                approved);
    }
}
