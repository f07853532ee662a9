package org.aletheia.evidence.rendition.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.evidence.rendition.RenditionDraft;
import org.aletheia.evidence.store.DetectedColumns;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.Sql;

/** Renditions, as far as row-level security shows their items. Every method joins the caller's transaction, if there is one. */
@ApplicationScoped
public class RenditionRows {
    private static final String OF = "select * from rendition where item = ? and id > ? order by id limit ?";
    private static final String INPUTS = "select sha256 from rendition where item = ?";
    private static final String ONE = "select * from rendition where item = ? and id = ?";
    private static final String SAME = "select * from rendition where item = ? and kind = ? and sha256 = ?";
    private static final String PROPOSED = """
            select * from rendition where owner_org = ? and id > ? and state = 'proposed' and disposed is null
            order by id limit ?""";
    private static final String ADD = """
            insert into rendition (id, item, owner_org, kind, language, tool, tool_version, inputs, made_by, made_at,
                made_event, made_entry, media_type, detected_type, detector, object_id, unit_key, content_format, length,
                sha256, sha512, sealed_length, sealed_sha256, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DECIDE = """
            update rendition set state = ?, decided_by = ?, decided_at = ?, refused_for = ?,
                withdrawn_by = ?, withdrawn_at = ?, withdrawn_for = ?
            where id = ?""";

    private final Sql sql;

    RenditionRows(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Those of an item after an id, the first one first. */
    public List<Rendition> of(UUID item, UUID after, int limit) {
        return sql.list(OF, RenditionRow::read, item, after, limit);
    }

    /** SHA-256 of all of an item. */
    public Set<Digest> digests(UUID item) {
        return Set.copyOf(sql.list(INPUTS, row -> new Digest(DigestAlgorithm.SHA_256, row.getBytes(1)), item));
    }

    /** One of an item. */
    public Optional<Rendition> find(UUID item, UUID id) {
        return sql.list(ONE, RenditionRow::read, item, id).stream().findFirst();
    }

    /** One that stays as it is until the caller's transaction ends. */
    public Optional<Rendition> lock(UUID item, UUID id) {
        return sql.list(ONE + " for update", RenditionRow::read, item, id).stream()
                .findFirst();
    }

    /** The one of these bytes, as this kind of thing. */
    public Optional<Rendition> find(UUID item, String kind, Digest sha256) {
        return sql.list(SAME, RenditionRow::read, item, kind, sha256.bytes()).stream()
                .findFirst();
    }

    /** Those of an organisation's items that nobody has judged, after an id. */
    public List<Rendition> proposed(UUID organisation, UUID after, int limit) {
        return sql.list(PROPOSED, RenditionRow::read, organisation, after, limit);
    }

    /** Adds one that is proposed. */
    public void add(Rendition made) {
        RenditionDraft said = made.said();
        StoredContent content = made.file().content();
        sql.update(
                ADD,
                made.id(),
                made.item(),
                made.ownerOrg(),
                said.kind(),
                said.language() == null ? null : said.language().value(),
                said.tool(),
                said.toolVersion(),
                RenditionRow.joined(said.inputs()),
                made.made().by(),
                Timestamp.from(made.made().at()),
                made.made().event().event(),
                made.made().event().entry().bytes(),
                made.file().mediaType(),
                DetectedColumns.type(made.file().detected()),
                DetectedColumns.detector(made.file().detected()),
                content.objectId(),
                content.unitKeyId(),
                content.format(),
                content.length(),
                content.sha256().bytes(),
                content.sha512() == null ? null : content.sha512().bytes(),
                content.sealedLength(),
                content.sealedSha256().bytes(),
                made.state().code());
    }

    /** Writes what was decided of one that the caller locked. */
    public void decide(Rendition next) {
        Rendition.Step decision = next.decision();
        Rendition.Step withdrawal = next.withdrawal();
        sql.update(
                DECIDE,
                next.state().code(),
                decision == null ? null : decision.by(),
                decision == null ? null : Timestamp.from(decision.at()),
                decision == null ? null : decision.reason(),
                withdrawal == null ? null : withdrawal.by(),
                withdrawal == null ? null : Timestamp.from(withdrawal.at()),
                withdrawal == null ? null : withdrawal.reason(),
                next.id());
    }

    /** The scopes of all orders that withhold the content of an item which the caller's organisation has. */
    public Set<String> withheld(UUID item) {
        return Set.copyOf(sql.list("select unnest(aletheia_withheld(?))", row -> row.getString(1), item));
    }
}
