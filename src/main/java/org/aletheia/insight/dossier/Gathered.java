package org.aletheia.insight.dossier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.FoundRecord;
import org.aletheia.insight.SeenRecord;

/**
 * What goes into a dossier: of what the caller may see, what may leave.
 *
 * @param root the record that it is about
 * @param links between it and other incidents
 * @param moreLinks whether there are more of them
 * @param sections those around it that are told of
 * @param named records that these name, and that are not told of
 * @param moreNamed whether there are more of them than are looked at
 * @param sources by the record that they are about, by id
 * @param items that are cited or named
 * @param gone items that are cited or named and that were disposed of
 */
record Gathered(
        FoundRecord root,
        List<Linked> links,
        boolean moreLinks,
        List<Part> sections,
        Map<RecordName, SeenRecord> named,
        boolean moreNamed,
        Map<UUID, List<RecordVersion<Source>>> sources,
        Map<UUID, EvidenceItem> items,
        Map<UUID, Disposed> gone) {

    /** A link, and the incident at its other end. */
    record Linked(RecordVersion<IncidentLink> link, SeenRecord other) {}

    /** Records of one kind. */
    record Part(String name, Collection<FoundRecord> records, boolean truncated) {}

    /** The record itself, then those around it. */
    Stream<FoundRecord> told() {
        return Stream.concat(Stream.of(root), sections.stream().flatMap(part -> part.records().stream()));
    }

    /** Everything that may be named, by its name. */
    Map<RecordName, SeenRecord> visible() {
        Map<RecordName, SeenRecord> all = new LinkedHashMap<>(named);
        told().forEach(found -> all.put(found.name(), found.seen()));
        return all;
    }

    List<RecordVersion<Source>> sourcesOf(RecordVersion<?> version) {
        return sources.getOrDefault(version.id(), List.of());
    }
}
