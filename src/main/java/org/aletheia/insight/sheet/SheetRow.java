package org.aletheia.insight.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the record and the log know of one item, as far as the caller may see it; null or empty where nothing is known.
 *
 * @param item its id
 * @param number registration number
 * @param organisation the member organisation that handed it in
 * @param received when the server received the bytes
 * @param date when the material was made, as stated (EDTF)
 * @param identifying whether it may identify a protected person: its words are left out then
 * @param title null where left out
 * @param description null where left out
 * @param kind code of {@code item-kind}
 * @param source code of {@code source-category}
 * @param relevance the records that it is cited for
 * @param integrity computed: whether the bytes are those received
 * @param provenance asserted by whoever handed it in
 * @param authenticity what people hold of it
 * @param custody what its chain shows
 * @param digests of the bytes as received, by RFC 9530 name
 * @param length in bytes
 * @param languages BCP 47
 * @param translations items that its chain names as translations made of it
 * @param terms on which it was received
 * @param classification TLP 2.0
 * @param markings codes of {@code content-marking}
 * @param contradicting items that say otherwise about a record that it is cited for
 * @param cases what the cases that the caller may read make of it; empty for whoever is of none
 * @param declaration the draft declaration of the records custodian, a sentence each, in the caller's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetRow(
        UUID item,
        @Nullable String number,
        UUID organisation,
        Instant received,
        @Nullable String date,
        boolean identifying,
        @Nullable String title,
        @Nullable String description,
        String kind,
        @Nullable String source,
        List<Relevance> relevance,
        Integrity integrity,
        Provenance provenance,
        Authenticity authenticity,
        Custody custody,
        Map<String, String> digests,
        String mediaType,
        long length,
        List<String> languages,
        List<String> translations,
        Terms terms,
        String classification,
        List<String> markings,
        List<Contradiction> contradicting,
        List<InCase> cases,
        List<String> declaration) {

    /**
     * A record that cites the item.
     *
     * @param about the member that it is cited for (RFC 6901); null for the record as a whole
     * @param support code of {@code source-support}
     * @param qualifications crimes as which the record, or one of its acts, is qualified: {@code list:code}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Relevance(
            String kind,
            UUID record,
            @Nullable String label,
            @Nullable String about,
            String support,
            List<String> qualifications) {}

    /**
     * Whether the stored bytes were found to be those received.
     *
     * @param outcome success, fail or warning; null where they were not read again since receipt
     * @param finding code of what is wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Integrity(
            @Nullable String outcome,
            Instant checkedAt,
            @Nullable String finding) {}

    /**
     * What was stated of the time before receipt.
     *
     * @param method code of {@code acquisition-method}
     * @param holders codes of {@code custody-role} or pseudonyms, in order
     * @param gaps declared
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Provenance(@Nullable String method, List<String> holders, List<Gap> gaps) {}

    /**
     * Opinions on whether it is what it is said to be; none where the caller may hear none.
     *
     * @param contested whether one contests another, or two conclude otherwise
     */
    public record Authenticity(boolean contested, List<Held> opinions) {}

    /**
     * An opinion.
     *
     * @param conclusion code of {@code authenticity-conclusion}
     * @param methods codes of {@code authenticity-method}
     * @param by the member
     * @param contests the opinion that it contests
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            UUID opinion,
            String conclusion,
            List<String> methods,
            String reasons,
            UUID by,
            @Nullable UUID contests) {}

    /** A period for which custody is not documented. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(
            String period,
            @Nullable String reason,
            @Nullable String risk) {}

    /**
     * What the chain shows.
     *
     * @param events how many the last published checkpoint of the log covers; 0 while none covers the first
     * @param gaps declared in the chain
     * @param discrepancies codes of what was stated although it contradicts the chain
     */
    public record Custody(int events, List<Gap> gaps, List<String> discrepancies) {}

    /**
     * What a case makes of the item.
     *
     * @param caseFile its id
     * @param elements rows of its element matrix that cite the item, once for each source
     * @param disclosure what was decided about the item; null where nothing was yet
     */
    @Schema(name = "SheetCase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InCase(
            UUID caseFile,
            String title,
            List<Element> elements,
            @Nullable Disclosure disclosure) {}

    /**
     * An element of a charge.
     *
     * @param element id of the row
     * @param crime that is charged, {@code list:code}
     * @param liability alleged, codes of {@code icc-liability}
     * @param code of {@code icc-element}; null where the element is in words
     * @param kind code of {@code element-kind}
     * @param text the element in words; null where a list has it
     * @param standard code of {@code standard-of-proof}
     * @param state code of {@code element-state}: of the element under the standard, by all that it rests on
     * @param reviewed whether a second member came to the same state
     * @param support what the item does for it, code of {@code source-support}
     * @param fragment where in the item
     * @param contradicting numbers, or ids where they have none, of items that say the opposite of the element
     */
    @Schema(name = "SheetElement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Element(
            UUID element,
            UUID charge,
            @Nullable String crime,
            List<String> liability,
            @Nullable String code,
            String kind,
            @Nullable String text,
            String standard,
            String state,
            boolean reviewed,
            String support,
            @Nullable String fragment,
            List<String> contradicting) {}

    /**
     * What was decided about disclosing the item in the case.
     *
     * @param decision code of {@code disclosure-decision}
     * @param reasons codes of {@code disclosure-reason}
     * @param decidedAt RFC 3339
     */
    @Schema(name = "SheetDisclosure")
    public record Disclosure(String decision, List<String> reasons, String decidedAt) {}

    /** An item that says otherwise about a record. @param disposed where it is gone; absent while it is there */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contradiction(
            UUID item,
            @Nullable String number,
            String kind,
            UUID record,
            @Nullable String about,
            String support,
            @Nullable Disposed disposed) {}
}
