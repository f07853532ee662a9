package org.aletheia.incidents.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.evidence.citation.ShownSources;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Page;

/** Answers about records that are never shown without the sources that the caller may see. */
final class Sourced {
    private Sourced() {}

    static Response created(String collection, RecordVersion<?> made, Sources sources) {
        return RecordAnswers.created(collection, made, remarks(made, sources));
    }

    static Response found(RecordVersion<?> found, Sources sources) {
        return RecordAnswers.found(found, remarks(found, sources));
    }

    static <T> Page<RecordView> page(Page<RecordVersion<T>> page, Sources sources) {
        List<UUID> ids = page.items().stream().map(RecordVersion::id).toList();
        Map<UUID, ShownSources> with = sources.shownWith(ids);
        return page.map(found -> RecordView.of(
                found, Objects.requireNonNull(with.get(found.id())).remarks()));
    }

    private static Map<String, Object> remarks(RecordVersion<?> version, Sources sources) {
        ShownSources with = sources.shownWith(List.of(version.id())).get(version.id());
        return Objects.requireNonNull(with).remarks();
    }
}
