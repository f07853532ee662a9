package org.aletheia.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.metadata.CapturePlace;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.References;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projection.Field;
import org.jspecify.annotations.Nullable;

/** Makes of records what the read side shows of them: no more than search may know, of a place its precision
 * too, and the dates that the capability tells of a kind that search does not know. */
final class Seeing {
    private Seeing() {}

    static SeenRecord linked(RecordVersion<? extends RecordContent> version, References told) {
        Map<String, Object> content = RecordCodec.encode(version.content());
        Projection search = described(version);
        return new SeenRecord(
                new RecordName(version.kind(), version.id()),
                told.label(content),
                told.code(content),
                content,
                told.in(content),
                dates(search, told.datesOf(content)),
                content.get("place") instanceof Map<?, ?> place
                        ? Optional.of(RecordCodec.read(RecordCodec.write(place), Place.class))
                        : Optional.empty(),
                Boolean.TRUE.equals(search.fields().get(Field.MAY_IDENTIFY_PROTECTED_PERSON)),
                null);
    }

    static SeenRecord item(EvidenceItem item) {
        ItemMetadata metadata = item.version().metadata();
        List<UncertainDate> dates = new ArrayList<>();
        if (metadata.captured() != null) {
            dates.add(metadata.captured());
        }
        if (metadata.webCapture() != null) {
            dates.add(metadata.webCapture().capturedAt());
        }
        return new SeenRecord(
                new RecordName(RecordKind.ITEM, item.id()),
                label(item),
                "item-kind:" + metadata.kind(),
                Map.of(),
                List.of(),
                dates,
                Optional.ofNullable(metadata.place()).map(Seeing::place),
                metadata.mayIdentifyProtectedPerson(),
                null);
    }

    static SeenRecord disposed(RecordName name, Disposed went) {
        return new SeenRecord(name, null, null, Map.of(), List.of(), List.of(), Optional.empty(), true, went);
    }

    /** Its registration number; a title only where it can identify nobody who is protected. */
    private static @Nullable String label(EvidenceItem item) {
        String number = item.version().registrationNumber();
        ItemMetadata metadata = item.version().metadata();
        return number != null || metadata.mayIdentifyProtectedPerson() ? number : metadata.title();
    }

    private static Place place(CapturePlace place) {
        return new Place(place.geometry(), place.precision(), null, List.of());
    }

    private static Projection described(RecordVersion<? extends RecordContent> version) {
        Projection.Builder projection = Projection.of(
                version.kind().code(),
                version.id(),
                version.ownerOrg(),
                version.protection().classification().code(),
                version.protection().compartments());
        version.content().describe(projection);
        return projection.build();
    }

    private static List<UncertainDate> dates(Projection search, List<UncertainDate> otherwise) {
        return search.fields().get(Field.DATES) instanceof List<?> dates
                ? dates.stream().map(UncertainDate.class::cast).toList()
                : otherwise;
    }
}
