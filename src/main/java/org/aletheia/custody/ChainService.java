package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectList;
import org.aletheia.custody.format.SubjectOpening;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.Transactions;
import org.jspecify.annotations.Nullable;

/** Histories from the journal's rows. */
@ApplicationScoped
class ChainService implements Chains {
    private static final int MOST = 1000;

    private final ChainStore journal;
    private final PublishedLog log;

    ChainService(DataSource database, PublishedLog log) {
        this.journal = new ChainStore(new Transactions(database));
        this.log = log;
    }

    @Override
    public List<ChainEntry> custody(Subject subject, long after, int limit) {
        return entries(subject, journal.history(subject, Chain.CUSTODY, after, clamp(limit)));
    }

    @Override
    public List<ChainEntry> accessRecord(Subject subject, long after, int limit) {
        return entries(subject, journal.history(subject, Chain.ACCESS, after, clamp(limit)));
    }

    @Override
    public List<ChainEntry> accessRecord(
            Subject subject, UUID organisation, Collection<UUID> also, long after, int limit) {
        int most = clamp(limit);
        List<ChainStore.Placed> own = journal.accessOf(organisation, subject, after, most);
        if (also.isEmpty()) {
            return entries(subject, own);
        }
        List<ChainStore.Placed> others = journal.history(subject, Chain.ACCESS, also, after, most);
        return entries(
                subject,
                Stream.concat(own.stream(), others.stream())
                        .collect(Collectors.toMap(
                                ChainStore.Placed::number, Function.identity(), (one, same) -> one, TreeMap::new))
                        .values()
                        .stream()
                        .limit(most)
                        .toList());
    }

    @Override
    public Optional<FoundEvent> find(UUID eventId) {
        return journal.find(eventId).map(this::found);
    }

    @Override
    public List<FoundEvent> uses(UUID member, long before, int limit) {
        return journal.uses(member, before, clamp(limit)).stream()
                .map(this::found)
                .toList();
    }

    private FoundEvent found(ChainStore.Placed placed) {
        JournalEntry entry = new JournalEntry(placed.index(), placed.row());
        return new FoundEvent(entry, entry.sealed().disclose(Set.of()), log.covers(placed.index()));
    }

    private static int clamp(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    private List<ChainEntry> entries(Subject subject, List<ChainStore.Placed> history) {
        return history.stream().map(placed -> entry(subject, placed)).toList();
    }

    private ChainEntry entry(Subject subject, ChainStore.Placed placed) {
        SealedEvent sealed = new JournalEntry(placed.index(), placed.row()).sealed();
        return new ChainEntry(
                placed.number(),
                placed.index(),
                placed.row().eventId(),
                sealed.disclose(Set.of()),
                opening(subject, placed, sealed),
                log.covers(placed.index()));
    }

    private static @Nullable SubjectOpening opening(Subject subject, ChainStore.Placed placed, SealedEvent sealed) {
        List<Subject> subjects = placed.row().subjects();
        return sealed.event().subject() instanceof SubjectList
                ? new SubjectTree(sealed.seed(), Sealer.recordSubjects(subjects)).open(subjects.indexOf(subject))
                : null;
    }
}
