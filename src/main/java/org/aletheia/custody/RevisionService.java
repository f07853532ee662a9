package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Salt;
import org.aletheia.custody.store.RevisionStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.SecureBytes;
import org.jspecify.annotations.Nullable;

/** Revisions in the request's transaction. */
@ApplicationScoped
class RevisionService implements Revisions {
    private static final int SALT_LENGTH = 32;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    RevisionService(DataSource database, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public RevisionRef append(
            Subject subject,
            int basedOn,
            Map<String, ? extends @Nullable Object> content,
            UUID ownerOrg,
            String classification,
            Set<String> compartments,
            Actor actor) {
        JournalService.requireTransaction(transactions);
        RevisionView revision = make(basedOn + 1, content, actor);
        RevisionStore.New made = new RevisionStore.New(subject, revision, ownerOrg, classification, compartments);
        insert(basedOn, connection -> RevisionStore.insert(connection, basedOn, made));
        return ref(revision);
    }

    @Override
    public List<RevisionRef> appendFirst(List<FirstRevision> firsts, Actor actor) {
        JournalService.requireTransaction(transactions);
        List<RevisionStore.New> revisions =
                firsts.stream().map(first -> made(first, actor)).toList();
        insert(0, connection -> RevisionStore.insertFirsts(connection, revisions));
        return revisions.stream().map(made -> ref(made.revision())).toList();
    }

    private RevisionStore.New made(FirstRevision first, Actor actor) {
        return new RevisionStore.New(
                first.subject(),
                make(1, first.content(), actor),
                first.ownerOrg(),
                first.classification(),
                first.compartments());
    }

    private void insert(int basedOn, Transactions.Work<Boolean> inserting) {
        if (!new Transactions(database).onConnection(inserting)) {
            throw new RevisionConflictException(basedOn);
        }
    }

    private static RevisionRef ref(RevisionView revision) {
        return new RevisionRef(revision.number(), revision.digest(), revision.createdAt());
    }

    @Override
    public List<RevisionView> list(Subject subject, Instant since, int after, int limit) {
        return new Transactions(database)
                .onConnection(connection -> RevisionStore.list(connection, subject, since, after, limit));
    }

    private RevisionView make(int number, Map<String, ? extends @Nullable Object> content, Actor actor) {
        byte[] canonical = CanonicalJson.write(content);
        Salt salt = new Salt(SecureBytes.random(SALT_LENGTH));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new RevisionView(number, canonical, salt, RevisionDigest.of(salt, canonical), actor.member(), now);
    }
}
