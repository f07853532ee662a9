package org.aletheia.evidence.metadata;

import java.util.List;
import java.util.Map;

/**
 * The JSON form of a statement: what revisions commit to, what the database holds and what the API returns. Reading it
 * back with {@link ItemMetadataReader} gives the same statement.
 */
public final class ItemMetadataForm {
    private ItemMetadataForm() {}

    /** The JSON object. */
    public static Map<String, Object> of(ItemMetadata item) {
        return new Tree()
                .put("title", item.title())
                .put("description", item.description())
                .put("kind", item.kind())
                .list("languages", item.languages(), Object::toString)
                .object("source", item.source(), ItemMetadataForm::source)
                .object("acquisition", item.acquisition(), ItemMetadataForm::acquisition)
                .text("captured", item.captured())
                .object("place", item.place(), ItemMetadataForm::place)
                .list("custodyBefore", item.custodyBefore(), ItemMetadataForm::holder)
                .list("custodyGaps", item.custodyGaps(), ItemMetadataForm::gap)
                .list("digests", item.digests(), ItemMetadataForm::digest)
                .list("identifiers", item.identifiers(), ItemMetadataForm::identifier)
                .list(
                        "contentMarkings",
                        item.contentMarkings().stream().sorted().toList(),
                        code -> code)
                .put("mayIdentifyProtectedPerson", item.mayIdentifyProtectedPerson())
                .object("webCapture", item.webCapture(), ItemMetadataForm::webCapture)
                .put("fileName", item.fileName())
                .put("mediaType", item.mediaType())
                .map();
    }

    private static Map<String, Object> source(SourceStatement source) {
        return new Tree()
                .put("category", source.category())
                .put("reference", source.reference())
                .put("howObtained", source.howObtained())
                .map();
    }

    private static Map<String, Object> acquisition(Acquisition acquisition) {
        return new Tree()
                .put("method", acquisition.method())
                .object("tool", acquisition.tool(), tool -> new Tree()
                        .put("name", tool.name())
                        .put("version", tool.version())
                        .map())
                .put("operator", acquisition.operator())
                .put("authority", acquisition.authority())
                .text("at", acquisition.at())
                .map();
    }

    private static Map<String, Object> place(CapturePlace place) {
        return new Tree()
                .put("geometry", place.geometry().toGeoJson())
                .put("precision", place.precision())
                .map();
    }

    private static Map<String, Object> holder(PriorHolder holder) {
        return new Tree()
                .put("role", holder.role())
                .put("organisation", holder.organisation())
                .text("from", holder.from())
                .text("to", holder.to())
                .put("handover", holder.handover())
                .map();
    }

    private static Map<String, Object> gap(CustodyGap gap) {
        return new Tree()
                .text("period", gap.period())
                .put("reason", gap.reason())
                .put("risk", gap.risk())
                .put("note", gap.note())
                .map();
    }

    private static Map<String, Object> digest(StatedDigest digest) {
        return new Tree()
                .put("algorithm", digest.algorithm())
                .put("value", digest.value())
                .map();
    }

    private static Map<String, Object> identifier(EmbeddedIdentifier identifier) {
        return new Tree()
                .put("scheme", identifier.scheme())
                .put(identifier.device() ? "mark" : "value", identifier.value())
                .map();
    }

    private static Map<String, Object> webCapture(WebCapture web) {
        return new Tree()
                .text("sourceUrl", web.sourceUrl())
                .text("canonicalUrl", web.canonicalUrl())
                .text("capturedAt", web.capturedAt())
                .text("pageSource", web.pageSource())
                .text("fullPageCapture", web.fullPageCapture())
                .list("media", List.copyOf(web.media()), Object::toString)
                .put("contextNotes", web.contextNotes())
                .put("uploaderHandle", web.uploaderHandle())
                .put("collector", web.collector())
                .map();
    }
}
