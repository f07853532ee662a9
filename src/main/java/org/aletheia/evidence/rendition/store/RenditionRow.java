package org.aletheia.evidence.rendition.store;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.ReceiptEvent;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.evidence.rendition.RenditionDraft;
import org.aletheia.evidence.rendition.RenditionState;
import org.aletheia.evidence.store.DetectedColumns;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/** A row of table {@code rendition}. */
final class RenditionRow {
    private static final int SHA_256 = 32;

    private RenditionRow() {}

    static Rendition read(ResultSet row) throws SQLException {
        return new Rendition(
                row.getObject("id", UUID.class),
                row.getObject("item", UUID.class),
                row.getObject("owner_org", UUID.class),
                said(row),
                new ReceivedFile(null, row.getString("media_type"), DetectedColumns.read(row), content(row)),
                new Rendition.Made(
                        row.getObject("made_by", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        new ReceiptEvent(row.getObject("made_event", UUID.class), sha256(row, "made_entry"))),
                RenditionState.parse(row.getString("state")),
                step(row, "decided_by", "decided_at", "refused_for"),
                step(row, "withdrawn_by", "withdrawn_at", "withdrawn_for"));
    }

    private static RenditionDraft said(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return new RenditionDraft(
                row.getString("kind"),
                language == null ? null : new LanguageTag(language),
                row.getString("tool"),
                row.getString("tool_version"),
                parted(row.getBytes("inputs")));
    }

    private static StoredContent content(ResultSet row) throws SQLException {
        byte[] sha512 = row.getBytes("sha512");
        return new StoredContent(
                row.getObject("object_id", UUID.class),
                row.getLong("length"),
                sha256(row, "sha256"),
                sha512 == null ? null : new Digest(DigestAlgorithm.SHA_512, sha512),
                row.getLong("sealed_length"),
                sha256(row, "sealed_sha256"),
                row.getObject("unit_key", UUID.class),
                row.getInt("content_format"));
    }

    private static Rendition.@Nullable Step step(ResultSet row, String by, String at, String reason)
            throws SQLException {
        UUID member = row.getObject(by, UUID.class);
        Timestamp time = row.getTimestamp(at);
        Instant moment = time == null ? null : time.toInstant();
        return member == null || moment == null ? null : new Rendition.Step(member, moment, row.getString(reason));
    }

    private static Digest sha256(ResultSet row, String column) throws SQLException {
        return new Digest(DigestAlgorithm.SHA_256, row.getBytes(column));
    }

    static byte[] joined(List<Digest> digests) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        digests.forEach(digest -> bytes.writeBytes(digest.bytes()));
        return bytes.toByteArray();
    }

    private static List<Digest> parted(byte[] bytes) {
        List<Digest> digests = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += SHA_256) {
            digests.add(new Digest(DigestAlgorithm.SHA_256, Arrays.copyOfRange(bytes, at, at + SHA_256)));
        }
        return digests;
    }
}
