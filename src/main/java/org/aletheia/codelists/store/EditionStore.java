package org.aletheia.codelists.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.codelists.ListEdition;
import org.aletheia.codelists.StoredEdition;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.persistence.DatabaseFailures;
import org.hibernate.exception.ConstraintViolationException;

/** Editions as text, so that their digests can be computed again; rows are added and never changed. */
@ApplicationScoped
public class EditionStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Rows rows = new Rows();

    /**
     * Adds one in the caller's transaction.
     *
     * @throws ProblemException {@code precondition-failed} where the list has an edition of that revision already
     */
    @Transactional(TxType.MANDATORY)
    public StoredEdition add(UUID subject, String list, int revision, ListEdition edition, UUID by, Instant at) {
        CodeListEditionEntity row = new CodeListEditionEntity();
        row.id = Ids.timeOrdered();
        row.subject = subject;
        row.list = list;
        row.revision = revision;
        row.content = text(edition);
        row.digest = Digest.sha256(row.content.getBytes(StandardCharsets.UTF_8)).toString();
        row.givenBy = by;
        row.givenAt = at;
        try {
            rows.persistAndFlush(row);
        } catch (ConstraintViolationException e) {
            if (!DatabaseFailures.breaksUnique(e, "code_list_edition_revision")) {
                throw e;
            }
            throw new ProblemException(ProblemType.PRECONDITION_FAILED);
        }
        return stored(row);
    }

    /** How many there are. */
    @Transactional
    public int count() {
        return Math.toIntExact(rows.count());
    }

    /** All of them; those of one list in their order. */
    @Transactional
    public List<StoredEdition> all() {
        return rows.find("order by list, revision").stream()
                .map(EditionStore::stored)
                .toList();
    }

    /** Those of one list, in their order. */
    @Transactional
    public List<StoredEdition> of(String list) {
        return rows.find("list = ?1 order by revision", list).stream()
                .map(EditionStore::stored)
                .toList();
    }

    private static StoredEdition stored(CodeListEditionEntity row) {
        return new StoredEdition(
                row.subject,
                row.list,
                row.revision,
                edition(row.content),
                Digest.parse(row.digest),
                row.givenBy,
                row.givenAt);
    }

    private static String text(ListEdition edition) {
        try {
            return JSON.writeValueAsString(edition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition that was checked cannot be written", e);
        }
    }

    private static ListEdition edition(String text) {
        try {
            return JSON.readValue(text, ListEdition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored edition of a code list cannot be read", e);
        }
    }

    private static final class Rows implements PanacheRepositoryBase<CodeListEditionEntity, UUID> {}
}
