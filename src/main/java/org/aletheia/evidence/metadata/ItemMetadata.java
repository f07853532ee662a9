package org.aletheia.evidence.metadata;

import java.util.List;
import java.util.Set;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What the sender states about one item.
 *
 * @param kind code of the list {@code item-kind}
 * @param languages spoken or written in the material
 * @param captured when the material was made
 * @param custodyBefore holders before receipt, in order
 * @param digests as the sender states them
 * @param identifiers that the material carries
 * @param contentMarkings codes of the list {@code content-marking}
 * @param mayIdentifyProtectedPerson keeps title, text and file name out of the search index; true unless denied for
 *     testimony, medical and claim material, messages and datasets, and where an account name was captured; a statement
 *     that takes the place of another and says nothing of it leaves it as it was, or closes what became such material
 * @param fileName as received; may identify somebody, so it is never logged
 * @param mediaType as stated by the sender
 */
public record ItemMetadata(
        String title,
        @Nullable String description,
        String kind,
        List<LanguageTag> languages,
        @Nullable SourceStatement source,
        @Nullable Acquisition acquisition,
        @Nullable UncertainDate captured,
        @Nullable CapturePlace place,
        List<PriorHolder> custodyBefore,
        List<CustodyGap> custodyGaps,
        List<StatedDigest> digests,
        List<EmbeddedIdentifier> identifiers,
        Set<String> contentMarkings,
        boolean mayIdentifyProtectedPerson,
        @Nullable WebCapture webCapture,
        @Nullable String fileName,
        @Nullable String mediaType) {
    public ItemMetadata {
        languages = List.copyOf(languages);
        custodyBefore = List.copyOf(custodyBefore);
        custodyGaps = List.copyOf(custodyGaps);
        digests = List.copyOf(digests);
        identifiers = List.copyOf(identifiers);
        contentMarkings = Set.copyOf(contentMarkings);
    }

    /** The same with another file name. */
    public ItemMetadata named(@Nullable String name) {
        return new ItemMetadata(
                title,
                description,
                kind,
                languages,
                source,
                acquisition,
                captured,
                place,
                custodyBefore,
                custodyGaps,
                digests,
                identifiers,
                contentMarkings,
                mayIdentifyProtectedPerson,
                webCapture,
                name,
                mediaType);
    }
}
