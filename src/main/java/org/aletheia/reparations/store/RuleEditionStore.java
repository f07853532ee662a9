package org.aletheia.reparations.store;

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
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.persistence.DatabaseFailures;
import org.aletheia.reparations.RuleEdition;
import org.aletheia.reparations.rules.SufficiencyRules;
import org.hibernate.exception.ConstraintViolationException;

/** Table {@code claim_rule_edition}: editions as text, so that their digests can be computed again; rows never change. */
@ApplicationScoped
public class RuleEditionStore {
    private static final String SUFFICIENCY = "sufficiency";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Rows rows = new Rows();

    /**
     * Adds one in the caller's transaction.
     *
     * @throws ProblemException {@code precondition-failed} where there is an edition of that number already
     */
    @Transactional(TxType.MANDATORY)
    public RuleEdition add(UUID subject, int edition, SufficiencyRules rules, UUID by, Instant at) {
        ClaimRuleEditionEntity row = new ClaimRuleEditionEntity();
        row.id = Ids.timeOrdered();
        row.subject = subject;
        row.rules = SUFFICIENCY;
        row.edition = edition;
        row.version = rules.version();
        row.content = text(rules);
        row.digest = Digest.sha256(row.content.getBytes(StandardCharsets.UTF_8)).toString();
        row.givenBy = by;
        row.givenAt = at;
        try {
            rows.persistAndFlush(row);
        } catch (ConstraintViolationException e) {
            if (!DatabaseFailures.breaksUnique(e, "claim_rule_edition_number")) {
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

    /** All of them, in their order. */
    @Transactional
    public List<RuleEdition> all() {
        return rows.find("order by edition").stream()
                .map(RuleEditionStore::stored)
                .toList();
    }

    private static RuleEdition stored(ClaimRuleEditionEntity row) {
        return new RuleEdition(
                row.subject, row.edition, read(row.content), Digest.parse(row.digest), row.givenBy, row.givenAt);
    }

    private static String text(SufficiencyRules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules that were checked cannot be written", e);
        }
    }

    private static SufficiencyRules read(String text) {
        try {
            return JSON.readValue(text, SufficiencyRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored edition of rules cannot be read", e);
        }
    }

    private static final class Rows implements PanacheRepositoryBase<ClaimRuleEditionEntity, UUID> {}
}
