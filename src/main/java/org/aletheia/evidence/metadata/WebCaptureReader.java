package org.aletheia.evidence.metadata;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a capture from the web. */
final class WebCaptureReader {
    private static final int HANDLE = 200;
    private static final int NOTES = 10_000;
    private static final int MEDIA = 100;

    private final Codes codes;

    WebCaptureReader(Codes codes) {
        this.codes = codes;
    }

    @Nullable
    WebCapture read(JsonFields fields) {
        fields.refuse("collectorIp", "belongs-in-vault");
        fields.refuse("collectorPersona", "belongs-in-vault");
        URI source = fields.requiredValue("sourceUrl", Statements::url);
        UncertainDate capturedAt = fields.requiredValue("capturedAt", UncertainDate::parse);
        URI canonical = fields.value("canonicalUrl", Statements::url);
        UUID pageSource = fields.value("pageSource", Ids::parse);
        UUID fullPage = fields.value("fullPageCapture", Ids::parse);
        List<UUID> media = fields.values("media", MEDIA, Ids::parse);
        String notes = fields.text("contextNotes", NOTES);
        String handle = fields.text("uploaderHandle", HANDLE);
        String collector = fields.value("collector", codes::who);
        return source == null || capturedAt == null
                ? null
                : new WebCapture(source, canonical, capturedAt, pageSource, fullPage, media, notes, handle, collector);
    }
}
