package org.aletheia.incidents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordContents;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who is alleged to be involved in acts. None is made without a source, and none is shown without those that the caller may see. */
@Singleton
public class Involvements extends LinkedRecords<Involvement> implements Parts, ExportBars.Kind {
    private final RecordDesk desk;
    private final RecordContents contents;
    private final Sources sources;

    Involvements(RecordStore<Involvement> store, RecordDesk desk, RecordContents contents, Sources sources) {
        super(RecordKind.INVOLVEMENT, store, desk);
        this.desk = desk;
        this.contents = contents;
        this.sources = sources;
    }

    /** What is alleged, and the sources that it rests on. */
    public record Allegation(Involvement involvement, List<Citation> citations) {
        public Allegation {
            citations = List.copyOf(citations);
        }
    }

    /**
     * Makes an allegation together with its sources, in one transaction.
     *
     * @throws org.aletheia.platform.http.ProblemException as {@link LinkedRecords#create}
     */
    @Transactional
    public RecordVersion<Involvement> allege(
            @Nullable String key, UUID act, ProtectionBody body, Function<Checks, Allegation> content) {
        SourcedCreation<Involvement> with = new SourcedCreation<>(sources);
        return create(
                key,
                "involvements/" + act,
                new Whole(RecordKind.ACT, act),
                body,
                checks -> {
                    Allegation said = content.apply(checks);
                    return with.said(said.involvement(), said.citations());
                },
                with);
    }

    /**
     * Decides, as a supervisor, whether an allegation for acts committed as a child stands. It awaits a supervisor again once
     * it is written anew, or a date from which the childhood is derived.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where it is no such allegation or is decided; {@code
     *     second-person-required} for who has written some revision of it
     */
    @Transactional
    public RecordVersion<Involvement> supervise(UUID id, IntConsumer precondition, Supervision.Outcome outcome) {
        String code = outcome.name().toLowerCase(Locale.ROOT);
        UUID member = desk.guard().principal().member();
        return advance(id, Set.of(AccessIntent.SUPERVISE), code, precondition, (checks, before) -> {
            Involvement said = before.content();
            if (!said.staysInside() || said.decided()) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            if (contents.wrote(RecordKind.INVOLVEMENT, id, member, written -> !supervised(written, member))) {
                throw new ProblemException(ProblemType.SECOND_PERSON_REQUIRED);
            }
            return said.supervised(new Supervision(code, member, said.derived().changes()));
        });
    }

    /** Who decided of it as a supervisor has not written it thereby. */
    private static boolean supervised(Map<String, Object> said, UUID member) {
        return said.get("supervision") instanceof Map<?, ?> decided
                && member.toString().equals(decided.get("by"));
    }

    /** What is alleged of a child leaves in no form; true too where there is none. */
    @Override
    public boolean barred(UUID id, ExportForm form) {
        return find(id).map(found -> found.content().staysInside()).orElse(true);
    }

    @Override
    public Set<UUID> barred(Collection<UUID> ids, ExportForm form) {
        Set<UUID> barred = new HashSet<>(ids);
        among(ids).stream().filter(found -> !found.content().staysInside()).forEach(found -> barred.remove(found.id()));
        return barred;
    }

    @Override
    protected Optional<Whole> whole(Involvement content) {
        return Optional.of(new Whole(RecordKind.ACT, content.act()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.ACT;
    }

    @Override
    public void tighten(UUID act, Protection least) {
        tighten(Map.of("act", act), least);
    }
}
