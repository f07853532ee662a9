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
import org.aletheia.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** What is said of where missing persons were; none is made without a source. */
@Singleton
public class WhereaboutsRecords extends LinkedRecords<Whereabouts> implements Parts {
    private final Sources sources;

    WhereaboutsRecords(RecordStore<Whereabouts> store, RecordDesk desk, Sources sources) {
        super(RecordKind.WHEREABOUTS, store, desk);
        this.sources = sources;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /** What is said, and the sources that it rests on. */
    public record Said(Whereabouts whereabouts, List<Citation> citations) {
        public Said {
            citations = List.copyOf(citations);
        }
    }

    /**
     * Records what is said together with its sources, in one transaction.
     *
     * @throws org.aletheia.platform.http.ProblemException as {@link LinkedRecords#create}
     */
    @Transactional
    public RecordVersion<Whereabouts> say(
            @Nullable String key, UUID missing, ProtectionBody body, Function<Checks, Said> content) {
        SourcedCreation<Whereabouts> with = new SourcedCreation<>(sources);
        return create(
                key,
                "whereabouts/" + missing,
                new Whole(RecordKind.MISSING_PERSON, missing),
                body,
                checks -> {
                    Said said = content.apply(checks);
                    return with.said(said.whereabouts(), said.citations());
                },
                with);
    }

    @Override
    protected Optional<Whole> whole(Whereabouts content) {
        return Optional.of(new Whole(RecordKind.MISSING_PERSON, content.missingPerson()));
    }

    @Override
    public RecordKind whole() {
        return RecordKind.MISSING_PERSON;
    }

    @Override
    public void tighten(UUID missing, Protection least) {
        tighten(Map.of("missingPerson", missing), least);
    }
}
