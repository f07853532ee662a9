package org.aletheia.insight.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.Terms;
import org.aletheia.insight.Timeline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one record, to be handed to somebody outside. It names no member of any organisation.
 *
 * @param asOf when it was made
 * @param subject the record itself
 * @param chains how an incident stands to others; empty of any other record
 * @param sections records around it, by what they are; always the same ones in the same order
 * @param timeline what of all these has a date, as a {@link Timeline} has it; allegations are told by their acts
 * @param related records that these name, in short
 * @param citations what is cited, by number
 */
public record Dossier(
        Instant asOf,
        Entry subject,
        Chains chains,
        List<Section> sections,
        List<Timeline.Entry> timeline,
        Related related,
        List<Citation> citations) {
    public Dossier {
        sections = List.copyOf(sections);
        timeline = List.copyOf(timeline);
        citations = List.copyOf(citations);
    }

    /**
     * Records of one kind, by the first instant that their date can mean, those without one last; then by id.
     *
     * @param truncated whether there are more than there is room for
     */
    @Schema(name = "DossierSection")
    public record Section(String name, List<Entry> records, boolean truncated) {
        public Section {
            records = List.copyOf(records);
        }
    }

    /** Links that stand, by relation and then by id. @param truncated whether there are more than there is room for */
    @Schema(name = "DossierChains")
    public record Chains(List<Chain> links, boolean truncated) {
        public Chains {
            links = List.copyOf(links);
        }
    }

    /**
     * How the incident stands to another.
     *
     * @param relation what the incident of the dossier is to the other, code of {@code incident-relation}
     * @param incident the other
     * @param link that says so
     * @param revision of the link
     * @param sources about the link
     * @param unsourced whether none of them supports it
     */
    @Schema(name = "DossierChain")
    public record Chain(
            String relation, Named incident, UUID link, int revision, List<Cited> sources, boolean unsourced) {
        public Chain {
            sources = List.copyOf(sources);
        }
    }

    /** Records that are named and not told of, by kind and id. */
    @Schema(name = "DossierRelated")
    public record Related(List<Named> records, boolean truncated) {
        public Related {
            records = List.copyOf(records);
        }
    }

    /** A record in short. @param disposed where it is gone; absent while it is there */
    @Schema(name = "DossierNamed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(
            String kind,
            UUID id,
            @Nullable String label,
            @Nullable String code,
            @Nullable Disposed disposed) {}

    /** The record that another is part of. */
    @Schema(name = "DossierWhole")
    public record Whole(String kind, UUID id) {}

    /**
     * A record with all that it asserts.
     *
     * @param label a title, a public name or a pseudonym; null where none may be shown
     * @param code what it is, as {@code list:code}
     * @param alleged true of an allegation, else absent
     * @param partOf null where it is part of none, or of one that may not be shown
     * @param dates EDTF
     * @param revision that is told of
     * @param assertions its members, in the order of their names
     * @param sources about the record as a whole
     * @param former sources about a member that says something else now
     * @param unsourced whether no source that may be shown supports it or any of its members
     * @param review null where nobody has begun one
     */
    @Schema(name = "DossierEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String kind,
            UUID id,
            @Nullable String label,
            @Nullable String code,
            @Nullable Boolean alleged,
            @Nullable Whole partOf,
            List<String> dates,
            int revision,
            List<Assertion> assertions,
            List<Cited> sources,
            List<Cited> former,
            boolean unsourced,
            @Nullable Review review) {
        public Entry {
            dates = List.copyOf(dates);
            assertions = List.copyOf(assertions);
            sources = List.copyOf(sources);
            former = List.copyOf(former);
        }
    }

    /**
     * One member, or one element of a list; these follow each other without a number, so that none that is left out shows.
     *
     * @param value as it is recorded, without what names a record that may not be shown
     * @param standing {@code unsourced}, {@code supported}, {@code contradicted}, {@code contested} or {@code neutral}
     */
    @Schema(name = "DossierAssertion")
    public record Assertion(String member, Object value, String standing, List<Cited> sources) {
        public Assertion {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A source.
     *
     * @param citation number of the {@link Citation}
     * @param support code of {@code source-support}
     * @param date EDTF: as of when the source says so, where that is another time than the record's
     * @param grade code of {@code information-grade}
     * @param channelGrade code of {@code channel-grade}
     * @param note code of {@code source-note}
     */
    @Schema(name = "DossierSource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cited(
            int citation,
            UUID source,
            String support,
            @Nullable String date,
            @Nullable String grade,
            @Nullable String channelGrade,
            @Nullable String note) {}

    /**
     * The last step of a review.
     *
     * @param state code of {@code review-state}
     * @param revision that was looked at
     * @param stale whether the record was written again since
     */
    @Schema(name = "DossierReview")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            String state,
            int revision,
            boolean stale,
            @Nullable String reasons,
            Instant at) {}

    /**
     * A place in an item.
     *
     * @param number from 1, in the order in which the dossier first cites it
     * @param text the registration number, or the item's id where it has none; after {@code #} the fragment
     * @param fragment page, time, region or span of text, as sources show it; absent where the whole item is cited
     * @param kind code of {@code item-kind}; absent of an item that is gone, as all below but the last
     * @param title absent where the item may identify a protected person
     * @param date when the material was made, as stated (EDTF)
     * @param received when the server received the bytes
     * @param sha256 of the bytes as received, hexadecimal
     * @param authenticity what people hold of the item
     * @param terms on which the item was received
     * @param disposed where the item is gone, so that nobody can look any more; absent while it is there
     */
    @Schema(name = "DossierCitation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Citation(
            int number,
            UUID item,
            String text,
            @Nullable String fragment,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String date,
            @Nullable Instant received,
            @Nullable String sha256,
            @Nullable Authenticity authenticity,
            @Nullable Terms terms,
            @Nullable Disposed disposed) {}

    /**
     * Opinions on whether an item is what it is said to be.
     *
     * @param contested whether one contests another, or two conclude otherwise
     * @param conclusions codes of {@code authenticity-conclusion}, oldest first
     */
    @Schema(name = "DossierAuthenticity")
    public record Authenticity(boolean contested, List<String> conclusions) {
        public Authenticity {
            conclusions = List.copyOf(conclusions);
        }
    }
}
