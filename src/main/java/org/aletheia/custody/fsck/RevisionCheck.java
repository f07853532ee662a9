package org.aletheia.custody.fsck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.RevisionDigest;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.Salt;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.custody.store.Transactions;
import org.jspecify.annotations.Nullable;

/** The revisions of every record: dense numbers, right digests, an event for each; and the record stands at the last. */
public final class RevisionCheck implements EstateCheck {
    private static final int PAGE = 200;
    private static final int RECORDS = 2000;
    private static final UUID FIRST = new UUID(0, 0);

    private final EstateStore estate;

    /** @param follower with the rights of role aletheia_follower */
    public RevisionCheck(DataSource follower) {
        this.estate = new EstateStore(new Transactions(follower));
    }

    @Override
    public String name() {
        return "revisions";
    }

    @Override
    public void run(Examination examination) {
        estate.tables().forEach((kind, table) -> records(kind, table, examination));
        revisions(examination);
    }

    private void records(String kind, String table, Examination told) {
        UUID after = FIRST;
        List<EstateStore.Standing> page;
        do {
            page = estate.standings(kind, table, after, RECORDS);
            for (EstateStore.Standing record : page) {
                if (record.revision() != record.last()) {
                    told.found(
                            CustodyFinding.RECORD_REVISION,
                            kind + " " + record.id(),
                            "stands at revision " + record.revision() + ", its last is " + record.last());
                }
            }
            after = page.isEmpty() ? after : page.getLast().id();
            told.examined(page.size());
        } while (page.size() == RECORDS);
    }

    private void revisions(Examination told) {
        RevisionPosition after = RevisionPosition.parse(told.from());
        EstateStore.Revision last = null;
        List<EstateStore.Revision> page;
        do {
            page = estate.revisions(after.subject(), after.number(), PAGE);
            List<EstateStore.Made> sound = new ArrayList<>();
            Set<Subject> gone = new LinkedHashSet<>();
            for (EstateStore.Revision revision : page) {
                dense(revision, last, after, told);
                if (revision.content() == null) {
                    gone.add(revision.subject());
                }
                if (sound(revision, told)) {
                    sound.add(new EstateStore.Made(revision.subject(), revision.digest()));
                }
                last = revision;
            }
            estate.untold(sound)
                    .forEach(made -> told.found(
                            CustodyFinding.REVISION_UNLOGGED,
                            name(made.subject()),
                            "no event tells of revision " + made.digest()));
            estate.undisposed(gone)
                    .forEach(record -> told.found(
                            CustodyFinding.DISPOSAL_UNLOGGED,
                            name(record),
                            "what its revisions said is gone, and no event tells that it was disposed of"));
            if (last != null && !page.isEmpty()) {
                after = new RevisionPosition(last.subject(), last.number());
                told.reached(after.toString());
            }
            told.examined(page.size());
        } while (page.size() == PAGE);
    }

    private static void dense(
            EstateStore.Revision revision,
            EstateStore.@Nullable Revision last,
            RevisionPosition after,
            Examination told) {
        Subject before = last == null ? after.subject() : last.subject();
        int number = last == null ? after.number() : last.number();
        int expected = before.equals(revision.subject()) ? number + 1 : 1;
        if (revision.number() != expected) {
            told.found(
                    CustodyFinding.REVISION_HOLE,
                    name(revision.subject()),
                    "revision " + revision.number() + " comes where " + expected + " must");
        }
    }

    private static boolean sound(EstateStore.Revision revision, Examination told) {
        byte[] content = revision.content();
        Salt salt = revision.salt();
        if (content == null || salt == null || RevisionDigest.of(salt, content).equals(revision.digest())) {
            return true;
        }
        told.found(
                CustodyFinding.REVISION_ALTERED,
                name(revision.subject()) + " revision " + revision.number(),
                "its bytes and salt do not give its digest");
        return false;
    }

    private static String name(Subject subject) {
        return subject.kind() + " " + subject.id();
    }
}
