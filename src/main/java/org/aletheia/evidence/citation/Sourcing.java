package org.aletheia.evidence.citation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Pointers;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.RecordContents;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;

/** What supports each attribute of a record, and which attributes nothing supports. */
@ApplicationScoped
public class Sourcing {
    private static final int MOST = 500;

    /** Members that arrange records and assert nothing about the world. */
    private static final Set<String> ARRANGING = Set.of(
            "title",
            "language",
            "pseudonym",
            "protectedIdentity",
            "incident",
            "act",
            "missingPerson",
            "withdrawn",
            "ends");

    private final RecordDesk desk;
    private final RecordContents contents;
    private final Sources sources;

    Sourcing(RecordDesk desk, RecordContents contents, Sources sources) {
        this.desk = desk;
        this.contents = contents;
        this.sources = sources;
    }

    /**
     * A record with the sources of each of its attributes that the caller may see.
     *
     * @param revision of the record that is looked at
     * @param whole sources about the record as a whole, which make no single attribute sourced
     * @param unsourced pointers to the attributes that no source visible to the caller is about
     * @param former sources about a member that the record has not, or that says something else now
     * @param complete false where the record has more sources than are looked at
     */
    public record Sheet(
            UUID record,
            String kind,
            int revision,
            List<Attribute> attributes,
            List<RecordView> whole,
            List<String> unsourced,
            List<RecordView> former,
            boolean complete) {}

    /**
     * One attribute, or one element of a list.
     *
     * @param standing {@code unsourced}, {@code supported}, {@code contradicted}, {@code contested} by sources of both
     *     kinds, or {@code neutral}; never that something is proven
     */
    public record Attribute(String pointer, String standing, List<RecordView> sources) {}

    /**
     * The sheet of a record.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}
     */
    public Sheet of(RecordKind kind, UUID id) {
        ProtectedRecord record = desk.directory().require(AccessIntent.READ, kind, id);
        RecordVersion<?> version =
                contents.find(record.kind(), id).orElseThrow(() -> desk.guard().absent(kind, id));
        List<RecordVersion<Source>> found = sources.all(id, MOST + 1);
        SourcedRecord sourced = sorted(version, found.stream().limit(MOST).toList());
        List<Attribute> attributes =
                sourced.members().stream().map(Sourcing::attribute).toList();
        List<String> bare = attributes.stream()
                .filter(each -> each.sources().isEmpty())
                .map(Attribute::pointer)
                .toList();
        boolean complete = found.size() <= MOST;
        return new Sheet(
                id,
                kind.code(),
                version.revision(),
                attributes,
                views(sourced.whole()),
                bare,
                views(sourced.former()),
                complete);
    }

    /**
     * A record that the caller was found permitted to read, with its sources by what they are about.
     *
     * @param sources of that record, as far as the caller sees them
     */
    public SourcedRecord sorted(RecordVersion<?> version, List<RecordVersion<Source>> sources) {
        List<RecordVersion<Source>> now = new ArrayList<>();
        List<RecordVersion<Source>> whole = new ArrayList<>();
        List<RecordVersion<Source>> former = new ArrayList<>();
        sources.forEach(source -> {
            String about = source.content().about();
            if (about == null) {
                whole.add(source);
            } else if (holds(version, source.content(), about)) {
                now.add(source);
            } else {
                former.add(source);
            }
        });
        return new SourcedRecord(members(version, now), whole, former);
    }

    private static Attribute attribute(SourcedRecord.Member member) {
        return new Attribute(member.pointer(), member.standing(), views(member.sources()));
    }

    private static List<RecordView> views(List<RecordVersion<Source>> sources) {
        return sources.stream().map(RecordView::of).toList();
    }

    /** Sources of earlier releases do not say of which revision they speak: they count where the member is there. */
    private boolean holds(RecordVersion<?> version, Source source, String about) {
        Integer revision = source.subjectRevision();
        return revision == null
                ? Pointers.value(RecordCodec.encode(version.content()), about).isPresent()
                : contents.unchanged(version, revision, about).orElse(false);
    }

    private static List<SourcedRecord.Member> members(RecordVersion<?> version, List<RecordVersion<Source>> sources) {
        Map<String, Object> members = new TreeMap<>(RecordCodec.encode(version.content()));
        members.keySet().removeAll(ARRANGING);
        List<SourcedRecord.Member> all = new ArrayList<>();
        members.forEach((name, value) -> {
            if (value instanceof List<?> elements) {
                for (int i = 0; i < elements.size(); i++) {
                    all.add(member("/" + name + "/" + i, elements.get(i), sources));
                }
            } else {
                all.add(member("/" + name, value, sources));
            }
        });
        return all;
    }

    private static SourcedRecord.Member member(String pointer, Object value, List<RecordVersion<Source>> sources) {
        List<RecordVersion<Source>> about = sources.stream()
                .filter(source -> touches(source.content().about(), pointer))
                .toList();
        return new SourcedRecord.Member(pointer, value, standing(about), about);
    }

    private static boolean touches(@org.jspecify.annotations.Nullable String about, String pointer) {
        return about != null && (Pointers.within(about, pointer) || Pointers.within(pointer, about));
    }

    static String standing(List<RecordVersion<Source>> about) {
        boolean supported =
                about.stream().anyMatch(source -> source.content().support().equals(Citation.SUPPORTS));
        boolean contradicted =
                about.stream().anyMatch(source -> source.content().support().equals(Citation.CONTRADICTS));
        if (supported && contradicted) {
            return "contested";
        }
        if (supported || contradicted) {
            return supported ? "supported" : "contradicted";
        }
        return about.isEmpty() ? "unsourced" : "neutral";
    }
}
