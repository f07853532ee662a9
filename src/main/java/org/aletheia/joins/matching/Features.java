package org.aletheia.joins.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.metadata.EmbeddedIdentifier;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.StatedDigest;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.Incident;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Group;
import org.aletheia.parties.Identifier;
import org.aletheia.parties.Organisation;
import org.aletheia.parties.PartyName;
import org.aletheia.parties.Person;
import org.aletheia.parties.Unit;
import org.jspecify.annotations.Nullable;

/** What of a record is compared; empty for kinds of which nothing is, such as victims. */
record Features(
        RecordKind kind,
        UUID id,
        int revision,
        List<NameForm> names,
        List<Identifier> identifiers,
        List<CountryCode> countries,
        @Nullable UUID state,
        List<UncertainDate> dates,
        @Nullable Place place,
        Set<String> digests,
        Set<String> stated,
        List<EmbeddedIdentifier> embedded) {
    static Features of(RecordVersion<?> record) {
        return switch (record.content()) {
            case Person person -> party(record, person.names(), person.identifiers(), person.nationalities(), null);
            case Group group -> party(record, group.names(), group.identifiers(), group.countries(), null);
            case Unit unit -> party(record, unit.names(), unit.identifiers(), List.of(), unit.state());
            case Organisation body -> party(record, body.names(), body.identifiers(), body.countries(), null);
            case Incident incident -> incident(record, incident);
            case null, default -> party(record, List.of(), List.of(), List.of(), null);
        };
    }

    static Features of(EvidenceItem item) {
        ItemMetadata metadata = item.version().metadata();
        return new Features(
                RecordKind.ITEM,
                item.id(),
                item.revision(),
                List.of(),
                List.of(),
                List.of(),
                null,
                metadata.captured() == null ? List.of() : List.of(metadata.captured()),
                null,
                item.version().file().digests().stream().map(Digest::hex).collect(Collectors.toUnmodifiableSet()),
                metadata.digests().stream().map(StatedDigest::value).collect(Collectors.toUnmodifiableSet()),
                metadata.identifiers());
    }

    private static Features party(
            RecordVersion<?> record,
            List<PartyName> names,
            List<Identifier> identifiers,
            List<CountryCode> countries,
            @Nullable UUID state) {
        return new Features(
                record.kind(),
                record.id(),
                record.revision(),
                names.stream().map(PartyName::text).map(NameForm::of).toList(),
                identifiers,
                countries,
                state,
                List.of(),
                null,
                Set.of(),
                Set.of(),
                List.of());
    }

    private static Features incident(RecordVersion<?> record, Incident incident) {
        List<LocalText> places =
                incident.place() == null ? List.of() : incident.place().names();
        return new Features(
                record.kind(),
                record.id(),
                record.revision(),
                places.stream().map(LocalText::text).map(NameForm::of).toList(),
                List.of(),
                List.of(),
                null,
                incident.dates(),
                incident.place(),
                Set.of(),
                Set.of(),
                List.of());
    }
}
