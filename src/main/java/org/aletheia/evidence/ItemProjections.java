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
import java.util.stream.Stream;
import org.aletheia.access.ClaimNarrative;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.StatedDigest;
import org.aletheia.evidence.store.FollowedItems;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projections;
import org.jspecify.annotations.Nullable;

/**
 * What search may know of items. Of an item that may identify a protected person no word leaves here: codes, dates and
 * places only. File names never do.
 */
@ApplicationScoped
public class ItemProjections implements Projections {
    private final FollowedItems items;
    private final PlainText text;

    ItemProjections(FollowedItems items, PlainText text) {
        this.items = items;
        this.text = text;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RecordKind.ITEM.code());
    }

    @Override
    public Map<UUID, Supplier<Projection>> find(String kind, Collection<UUID> ids) {
        Map<UUID, Supplier<Projection>> found = new HashMap<>();
        items.find(ids).forEach(followed -> found.put(followed.item().id(), () -> projection(followed)));
        return found;
    }

    @Override
    public List<UUID> idsAfter(String kind, @Nullable UUID after, int limit) {
        return items.idsAfter(after, limit);
    }

    private Projection projection(FollowedItems.Followed followed) {
        ItemVersion version = followed.item().version();
        ItemMetadata metadata = version.metadata();
        Projection.Builder projection = followed.projection()
                .identifiers(identifiers(version))
                .languages(metadata.languages())
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
