package org.aletheia.evidence.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aletheia.evidence.record.GeoJson;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Reads the statement about an item whole: either all of it is right, or every fault is reported. Stateless. */
public final class ItemMetadataReader {
    private static final int TITLE = 300;
    private static final int LONG_TEXT = 10_000;
    private static final int MANY = 50;
    private static final Set<String> IDENTIFYING_KINDS = Set.of("testimony", "medical", "claim", "message", "dataset");

    private final Codes codes;
    private final CustodyReader custody;
    private final WebCaptureReader web;
    private final Function<String, String> fileName;

    /** Reads what callers write. */
    public ItemMetadataReader(Codes codes) {
        this(codes, Statements::fileName);
    }

    /** @param fileName how a file name is written where it is read from */
    ItemMetadataReader(Codes codes, Function<String, String> fileName) {
        this.codes = codes;
        this.fileName = fileName;
        this.custody = new CustodyReader(codes);
        this.web = new WebCaptureReader(codes);
    }

    /**
     * Reads a statement.
     *
     * @return null when a finding was added
     */
    public @Nullable ItemMetadata read(@Nullable JsonNode body, Findings findings) {
        JsonFields fields = JsonFields.root(body, findings);
        return fields == null ? null : read(fields, null, false);
    }

    /**
     * As {@link #read(JsonNode, Findings)}, of an object that may be part of a larger one.
     *
     * @param before what it takes the place of; null for a first statement
     * @param privileged whether the sender claims a privilege: then a first statement may identify a protected person
     *     unless it denies that
     */
    public @Nullable ItemMetadata read(JsonFields fields, @Nullable ItemMetadata before, boolean privileged) {
        String title = fields.requiredText("title", TITLE);
        String kind = fields.requiredCode("kind", "item-kind", codes);
        WebCapture capture = sub(fields, "webCapture", web::read);
        boolean identifying = identifying(kind, capture);
        boolean unlessSaid = before == null
                ? identifying || privileged
                : before.mayIdentifyProtectedPerson()
                        || (identifying && !identifying(before.kind(), before.webCapture()));
        ItemMetadata read = new ItemMetadata(
                title == null ? "" : title,
                fields.text("description", LONG_TEXT),
                kind == null ? "" : kind,
                fields.values("languages", MANY, LanguageTag::new),
                sub(fields, "source", this::source),
                sub(fields, "acquisition", custody::acquisition),
                fields.value("captured", UncertainDate::parse),
                sub(fields, "place", this::place),
                fields.objects("custodyBefore", MANY, custody::holder),
                fields.objects("custodyGaps", MANY, custody::gap),
                digests(fields),
                fields.objects("identifiers", MANY, this::identifier),
                new LinkedHashSet<>(fields.codes("contentMarkings", MANY, "content-marking", codes)),
                fields.flag("mayIdentifyProtectedPerson", unlessSaid),
                capture,
                fields.value("fileName", fileName::apply),
                fields.value("mediaType", Statements::mediaType));
        fields.end();
        return fields.findings().isEmpty() ? read : null;
    }

    /** Where nothing is said and nothing was said before. */
    private static boolean identifying(@Nullable String kind, @Nullable WebCapture capture) {
        return (kind != null && IDENTIFYING_KINDS.contains(kind))
                || (capture != null && capture.uploaderHandle() != null);
    }

    private static <T> @Nullable T sub(JsonFields fields, String name, SubReader<T> reader) {
        JsonFields sub = fields.object(name);
        if (sub == null) {
            return null;
        }
        T value = reader.read(sub);
        sub.end();
        return value;
    }

    private @Nullable SourceStatement source(JsonFields fields) {
        String category = fields.requiredCode("category", "source-category", codes);
        String reference = fields.value("reference", codes::who);
        String how = fields.text("howObtained", LONG_TEXT);
        return category == null ? null : new SourceStatement(category, reference, how);
    }

    private @Nullable CapturePlace place(JsonFields fields) {
        Map<String, Object> object = fields.requiredMap("geometry");
        Geometry geometry = object == null
                ? null
                : fields.findings().parse(fields.pointer("geometry"), () -> GeoJson.parse(object));
        String precision = fields.requiredCode("precision", "place-precision", codes);
        return geometry == null || precision == null ? null : new CapturePlace(geometry, precision);
    }

    private static List<StatedDigest> digests(JsonFields fields) {
        List<StatedDigest> digests = fields.objects("digests", 8, ItemMetadataReader::digest);
        long algorithms =
                digests.stream().map(StatedDigest::algorithm).distinct().count();
        fields.findings().require(algorithms == digests.size(), fields.pointer("digests"), "digest-repeated");
        return digests;
    }

    private static @Nullable StatedDigest digest(JsonFields fields) {
        String algorithm = fields.requiredValue("algorithm", StatedDigest::algorithm);
        StatedDigest digest =
                algorithm == null ? null : fields.requiredValue("value", value -> new StatedDigest(algorithm, value));
        if (algorithm != null) {
            fields.end();
        }
        return digest;
    }

    /** A device comes by its number, or by the mark that readers got. */
    private @Nullable EmbeddedIdentifier identifier(JsonFields fields) {
        String scheme = fields.requiredCode("scheme", "item-identifier", codes);
        EmbeddedIdentifier read = null;
        if (EmbeddedIdentifier.DEVICE.equals(scheme) && fields.has("mark")) {
            read = fields.value("mark", EmbeddedIdentifier::marked);
        } else if (scheme != null) {
            read = fields.requiredValue("value", value -> EmbeddedIdentifier.of(scheme, value));
        }
        if (scheme != null) {
            fields.end();
        }
        return read;
    }

    private interface SubReader<T> {
        @Nullable
        T read(JsonFields fields);
    }
}
