package org.aletheia.platform.editions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.persistence.DatabaseFailures;
import org.hibernate.exception.ConstraintViolationException;

/**
 * One table of editions as text, so that their digests can be computed again; rows are added and never change. A unique index
 * over name and number sees that of two who build on the same edition the second loses.
 *
 * @param <T> what an edition says, written and read as JSON
 * @param <E> the row
 */
public abstract class EditionRows<T, E extends EditionEntity> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final EntityManager entities;
    private final Class<T> content;
    private final Class<E> row;
    private final Supplier<E> blank;
    private final String unique;

    /** @param unique name of the index over name and number */
    protected EditionRows(EntityManager entities, Class<T> content, Class<E> row, Supplier<E> blank, String unique) {
        this.entities = entities;
        this.content = content;
        this.row = row;
        this.blank = blank;
        this.unique = unique;
    }

    /** Fills the columns that a table has beside these; none by default. */
    protected void fill(E target, T from) {}

    /**
     * Adds one in the caller's transaction.
     *
     * @throws ProblemException {@code precondition-failed} where there is an edition of that number already
     */
    @Transactional(TxType.MANDATORY)
    public Edition<T> add(UUID subject, String of, int number, T said, UUID by, Instant at) {
        E target = blank.get();
        target.id = Ids.timeOrdered();
        target.subject = subject;
        target.name = of;
        target.number = number;
        target.content = text(said);
        target.digest =
                Digest.sha256(target.content.getBytes(StandardCharsets.UTF_8)).toString();
        target.givenBy = by;
        target.givenAt = at;
        fill(target, said);
        try {
            entities.persist(target);
            entities.flush();
        } catch (ConstraintViolationException e) {
            if (!DatabaseFailures.breaksUnique(e, unique)) {
                throw e;
            }
            throw new ProblemException(ProblemType.PRECONDITION_FAILED);
        }
        return edition(target);
    }

    /** How many there are. */
    @Transactional
    public int count() {
        return Math.toIntExact(entities.createQuery("select count(*) from " + row.getName(), Long.class)
                .getSingleResult());
    }

    /** All of them; those of one thing in their order. */
    @Transactional
    public List<Edition<T>> all() {
        return entities.createQuery("from " + row.getName() + " order by name, number", row)
                .getResultStream()
                .map(this::edition)
                .toList();
    }

    /** Those of one thing, in their order. */
    @Transactional
    public List<Edition<T>> of(String thing) {
        return entities.createQuery("from " + row.getName() + " where name = :name order by number", row)
                .setParameter("name", thing)
                .getResultStream()
                .map(this::edition)
                .toList();
    }

    private Edition<T> edition(E found) {
        return new Edition<>(
                found.subject,
                found.name,
                found.number,
                read(found.content),
                Digest.parse(found.digest),
                found.givenBy,
                found.givenAt);
    }

    private String text(T said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition that was checked cannot be written", e);
        }
    }

    private T read(String text) {
        try {
            return JSON.readValue(text, content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored edition cannot be read: " + row.getSimpleName(), e);
        }
    }
}
