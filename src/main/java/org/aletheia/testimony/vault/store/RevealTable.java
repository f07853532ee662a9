package org.aletheia.testimony.vault.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.RevealRegister;
import org.aletheia.testimony.vault.VaultSubject;

/** Table {@code identity_reveal}. */
@Singleton
class RevealTable implements RevealRegister {
    private final Rows rows;

    RevealTable(Rows rows) {
        this.rows = rows;
    }

    @Singleton
    static class Rows implements PanacheRepositoryBase<RevealEntity, UUID> {}

    @Override
    public void insert(Reveal reveal) {
        RevealEntity row = new RevealEntity();
        row.id = reveal.id();
        row.subjectKind = reveal.subject().kind().code();
        row.subjectId = reveal.subject().id();
        row.ownerOrg = reveal.ownerOrg();
        row.requester = reveal.requester();
        row.requesterOrg = reveal.requesterOrg();
        row.purpose = reveal.purpose();
        row.reason = reveal.reason();
        row.requestedAt = reveal.requestedAt();
        if (reveal.guarded() != null) {
            row.scheme = reveal.guarded().scheme();
            row.split = reveal.guarded().split();
            row.revealKey = reveal.guarded().publicKey();
        }
        rows.persistAndFlush(row);
    }

    @Override
    public Optional<Reveal> find(UUID id) {
        return rows.find("id", id).firstResultOptional().map(RevealTable::read);
    }

    @Override
    public boolean approve(UUID id, UUID approver, Instant expiresAt) {
        return rows.update("approver = ?1, expiresAt = ?2 where id = ?3 and approver is null", approver, expiresAt, id)
                == 1;
    }

    private static Reveal read(RevealEntity row) {
        return new Reveal(
                row.id,
                new VaultSubject(RecordKind.parse(row.subjectKind), row.subjectId),
                row.ownerOrg,
                row.requester,
                row.requesterOrg,
                row.purpose,
                row.reason,
                row.requestedAt,
                row.approver,
                row.expiresAt,
                row.scheme == null || row.split == null || row.revealKey == null
                        ? null
                        : new Reveal.Guarded(row.scheme, row.split, row.revealKey));
    }
}
