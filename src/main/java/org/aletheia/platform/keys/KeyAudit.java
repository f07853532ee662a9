package org.aletheia.platform.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.platform.keys.store.RegisterRows;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.jspecify.annotations.Nullable;

/** Looks at unit keys in the register and in the keys bucket, and changes neither. */
public final class KeyAudit {
    private static final int LARGEST = 1 << 16;

    private final RegisterRows register;
    private final ObjectStore bucket;
    private final KeyEncryptionKeys keks;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param application with the rights of role aletheia_app
     * @param bucket the keys bucket
     */
    public KeyAudit(DataSource application, ObjectStore bucket, KeyEncryptionKeys keks) {
        this.register = new RegisterRows(application);
        this.bucket = bucket;
        this.keks = keks;
    }

    /** What can be wrong with a key. */
    public enum Problem {
        /** The register does not have it. */
        MISSING,
        /** It is that of something else. */
        FOREIGN,
        /** It does not open under the key-encryption key that it names, or that is not there. */
        BROKEN,
        /** The bucket has no copy, although one was made. */
        COPY_MISSING,
        /** The copy in the bucket is of another key or state. */
        COPY_DIFFERS
    }

    /**
     * A key as it was found.
     *
     * @param key null where it cannot be used
     * @param destroyed on purpose; then nobody can use it and nothing is wrong
     */
    public record Examined(Set<Problem> problems, @Nullable UnitKey key, boolean destroyed) {}

    /** The rows of some keys, to be examined one by one. */
    public Map<UUID, RegisterRows.Row> rows(Collection<UUID> ids) {
        return register.find(ids);
    }

    /**
     * Examines a key.
     *
     * @param row as the register has it; null where it does not
     * @param subject what the key must protect
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be asked
     */
    public Examined examine(RegisterRows.@Nullable Row row, KeyPurpose purpose, UUID subject) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (row == null) {
            problems.add(Problem.MISSING);
            return new Examined(problems, null, false);
        }
        RegisteredKey registered = row.key();
        if (registered.purpose() != purpose || !registered.subject().equals(subject)) {
            problems.add(Problem.FOREIGN);
        }
        copy(row, problems);
        UnitKey key = registered.wrapping() == null ? null : open(registered, registered.wrapping(), problems);
        return new Examined(problems, key, registered.wrapping() == null);
    }

    /** A row that moved on meanwhile, and its copy after it, is read again. */
    private void copy(RegisterRows.Row row, Set<Problem> problems) {
        if (row.copyDue() || copied(row)) {
            return;
        }
        RegisterRows.Row again =
                register.find(List.of(row.key().id())).get(row.key().id());
        if (again != null && !again.copyDue() && !copied(again)) {
            problems.add(stored(again).length == 0 ? Problem.COPY_MISSING : Problem.COPY_DIFFERS);
        }
    }

    private boolean copied(RegisterRows.Row row) {
        try {
            byte[] stored = stored(row);
            return stored.length > 0
                    && KeyCopier.Copy.of(row.key()).equals(json.readValue(stored, KeyCopier.Copy.class));
        } catch (IOException e) {
            return false;
        }
    }

    /** Nothing where there is none; something else where there is no copy of ours. */
    private byte[] stored(RegisterRows.Row row) {
        try {
            return bucket.readAll(KeyCopier.PREFIX + row.key().id(), LARGEST);
        } catch (ObjectMissingException e) {
            return new byte[0];
        } catch (IllegalStateException e) {
            return new byte[1];
        }
    }

    private @Nullable UnitKey open(RegisteredKey key, RegisteredKey.Wrapping wrapping, Set<Problem> problems) {
        try {
            return new UnitKey(key, keks.unwrap(wrapping.by(), wrapping.bytes(), UnitKeys.associated(key.id())));
        } catch (BrokenSealException | KeyMissingException e) {
            problems.add(Problem.BROKEN);
            return null;
        }
    }
}
