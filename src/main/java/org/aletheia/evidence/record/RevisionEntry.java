package org.aletheia.evidence.record;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.aletheia.custody.RevisionView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One revision in a record's history.
 *
 * @param number from 1
 * @param digest of the salted canonical bytes, {@code sha-256:<hex>}; the same as in the event that tells of it
 * @param salt base64; with it and {@code content} anybody computes the digest
 * @param member who wrote it
 * @param content the canonical bytes
 */
public record RevisionEntry(
        int number,
        String digest,
        String salt,
        @Nullable UUID member,
        Instant createdAt,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String content) {
    /** The entry of a stored revision. */
    public static RevisionEntry of(RevisionView revision) {
        return new RevisionEntry(
                revision.number(),
                revision.digest().toString(),
                Base64.getEncoder().encodeToString(revision.salt().bytes()),
                revision.member(),
                revision.createdAt(),
                new String(revision.canonical(), StandardCharsets.UTF_8));
    }
}
