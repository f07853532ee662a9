package org.aletheia.evidence.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.aletheia.platform.persistence.UnreadableRowException;
import org.jspecify.annotations.Nullable;

/**
 * Statements as the database holds them. Reading back takes any code, since a code may leave its list after it was used,
 * and passes over members that a later release added; a row that cannot be read is a fault of the server, {@link
 * UnreadableRowException}.
 */
public final class StoredStatements {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Codes ANY = (list, given, pointer, findings) -> given;
    private static final ItemMetadataReader ITEM = new ItemMetadataReader(ANY, Statements::storedFileName);
    private static final SubmissionReader SUBMISSION = new SubmissionReader(ANY);

    private StoredStatements() {}

    /** The text to store. */
    public static String write(Map<String, Object> form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form is always writable", e);
        }
    }

    /** The text to store of a statement about an item. */
    public static String write(ItemMetadata item) {
        return write(ItemMetadataForm.of(item));
    }

    /** The text to store of a statement about a submission. */
    public static String write(SubmissionStatement submission) {
        return write(SubmissionForm.of(submission));
    }

    /** A stored statement about an item. */
    public static ItemMetadata item(String stored) {
        return found(ITEM.read(fields(stored), null, false), "statement about an item");
    }

    /** A stored statement about a submission. */
    public static SubmissionStatement submission(String stored) {
        return found(SUBMISSION.read(fields(stored)), "statement about a submission");
    }

    /** Any stored object. */
    public static JsonNode json(String stored) {
        try {
            return JSON.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException("statement");
        }
    }

    private static JsonFields fields(String stored) {
        return found(JsonFields.stored(json(stored)), "statement");
    }

    private static <T> T found(@Nullable T read, String what) {
        if (read == null) {
            throw new UnreadableRowException(what);
        }
        return read;
    }
}
