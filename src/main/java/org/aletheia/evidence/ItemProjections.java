package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.ClaimNarrative;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.StatedDigest;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.evidence.rendition.store.FollowedRenditions;
import org.aletheia.evidence.store.FollowedItems;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projections;
import org.jspecify.annotations.Nullable;

/**
 * What search may know of items. Of an item that may identify a protected person no word leaves here but those
 * of renditions that two persons found free of identifying passages: codes, dates and places only. File names never do.
 */
@ApplicationScoped
public class ItemProjections implements Projections {
    private final FollowedItems items;
    private final FollowedRenditions renditions;
    private final PlainText text;

    ItemProjections(FollowedItems items, FollowedRenditions renditions, PlainText text) {
        this.items = items;
        this.renditions = renditions;
        this.text = text;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RecordKind.ITEM.code());
    }

    @Override
    public Map<UUID, Supplier<Projection>> find(String kind, Collection<UUID> ids) {
        Map<UUID, Supplier<Projection>> found = new HashMap<>();
        Map<UUID, List<Rendition>> approved = renditions.approved(ids);
        items.find(ids).forEach(followed -> {
            UUID id = followed.item().id();
            List<Rendition> words = approved.getOrDefault(id, List.of()).stream()
                    .filter(Rendition::isText)
                    .toList();
            found.put(id, () -> projection(followed, words));
        });
        return found;
    }

    @Override
    public List<UUID> idsAfter(String kind, @Nullable UUID after, int limit) {
        return items.idsAfter(after, limit);
    }

    /** @param approved renditions whose words two persons let into search, whatever else stays out of it */
    private Projection projection(FollowedItems.Followed followed, List<Rendition> approved) {
        ItemVersion version = followed.item().version();
        ItemMetadata metadata = version.metadata();
        Projection.Builder projection = followed.projection()
                .identifiers(identifiers(version))
                .languages(languages(metadata, approved))
                .approvedText(words(approved))
                .dates(dates(metadata))
                .places(places(metadata))
                .markings(metadata.contentMarkings().stream().sorted().toList())
                .codes(codes(version, followed))
                .mayIdentifyProtectedPerson(metadata.mayIdentifyProtectedPerson());
        if (!metadata.mayIdentifyProtectedPerson()) {
            projection
                    .title(metadata.title())
                    .description(metadata.description())
                    .text(text.of(version.file()).orElse(null));
        }
        return projection.build();
    }

    /** Of the material, and of what was made of it. */
    private static List<LanguageTag> languages(ItemMetadata metadata, List<Rendition> approved) {
        Stream<LanguageTag> made = approved.stream()
                .flatMap(rendition -> Stream.ofNullable(rendition.said().language()));
        return Stream.concat(metadata.languages().stream(), made).distinct().toList();
    }

    private String words(List<Rendition> approved) {
        return approved.stream()
                .flatMap(rendition -> text.of(rendition.file()).stream())
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> identifiers(ItemVersion version) {
        List<String> identifiers = new ArrayList<>();
        if (version.registrationNumber() != null) {
            identifiers.add(version.registrationNumber());
        }
        version.file().digests().stream().map(Digest::hex).forEach(identifiers::add);
        version.metadata().digests().stream().map(StatedDigest::value).forEach(identifiers::add);
        return identifiers.stream().distinct().toList();
    }

    private static List<UncertainDate> dates(ItemMetadata metadata) {
        return Stream.of(
                        Optional.ofNullable(metadata.captured()),
                        Optional.ofNullable(metadata.webCapture()).map(capture -> capture.capturedAt()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<GeoPoint> places(ItemMetadata metadata) {
        return metadata.place() == null
                ? List.of()
                : metadata.place().geometry().outline().stream().distinct().toList();
    }

    private static List<String> codes(ItemVersion version, FollowedItems.Followed followed) {
        List<String> codes = new ArrayList<>();
        codes.add("state:" + version.state().code());
        codes.add("item-kind:" + version.metadata().kind());
        if (followed.narrativeApart()) {
            codes.add(ClaimNarrative.APART);
            followed.openTo().forEach(body -> codes.add(ClaimNarrative.LIST + ":" + ClaimNarrative.openTo(body)));
        }
        if (version.metadata().source() != null) {
            codes.add("source-category:" + version.metadata().source().category());
        }
        if (version.metadata().acquisition() != null) {
            codes.add("acquisition-method:" + version.metadata().acquisition().method());
        }
        return codes;
    }
}
