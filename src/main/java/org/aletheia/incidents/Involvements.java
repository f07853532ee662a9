package org.aletheia.incidents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Parts;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.jspecify.annotations.Nullable;

/** Who is alleged to be involved in acts. None is made without a source, and none is shown without those that the caller may see. */
@Singleton
public class Involvements extends LinkedRecords<Involvement> implements Parts {
    private final Sources sources;

    Involvements(RecordStore<Involvement> store, RecordDesk desk, Sources sources) {
        super(RecordKind.INVOLVEMENT, store, desk);
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
