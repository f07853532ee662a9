package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aletheia.platform.keys.store.KeyRegister;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that tables, their backups and their write-ahead log must not show in clear, sealed under one key of the
 * register. A text in one place is always sealed to the same: that two texts of one place are equal can be seen, so that a
 * request that is sent again is known as the same; of texts in different places nothing shows but their length.
 */
@ApplicationScoped
public class TextSeals {
    private static final String PREFIX = "sealed:v1:";

    /** The one key is that of all texts. */
    private static final UUID ALL = new UUID(0, 0);

    private final KeyRegister register;
    private final UnitKeys keys;
    private final AtomicReference<@Nullable UnitKey> key = new AtomicReference<>();

    public TextSeals(KeyRegister register, UnitKeys keys) {
        this.register = register;
        this.keys = keys;
    }

    /** Whether a text looks as {@link #seal} makes them; what people write must not. */
    public static boolean isSealed(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * Takes the key into use, at start, and makes it where there is none. Of replicas that start at once one makes it: the
     * table takes no second.
     */
    void prepare() {
        key.set(register.textKey().map(keys::open).orElseGet(this::first));
    }

    private UnitKey first() {
        UnitKey made = keys.create(KeyPurpose.TEXT, ALL);
        try {
            register.insertAlone(made.registered());
            return made;
        } catch (PersistenceException e) {
            return register.textKey().map(keys::open).orElseThrow(() -> e);
        }
    }

    /** @param place where the text stands, for ever: elsewhere it does not open */
    public String seal(String place, String text) {
        byte[] sealed = ready().wrapAlike(text.getBytes(StandardCharsets.UTF_8), associated(place));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The text; itself where it is not sealed.
     *
     * @throws BrokenSealException where it was altered or stood elsewhere
     */
    public String open(String place, String stored) {
        if (!isSealed(stored)) {
            return stored;
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(stored.substring(PREFIX.length()));
            return new String(ready().unwrap(sealed, associated(place)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BrokenSealException();
        }
    }

    /** 32 bytes that say nothing of a text to whoever lacks the key, and are the same each time for the same text and place. */
    public byte[] mark(String place, String text) {
        return ready().mark(associated(place), text.getBytes(StandardCharsets.UTF_8));
    }

    private UnitKey ready() {
        UnitKey ready = key.get();
        if (ready == null) {
            throw new IllegalStateException("the key of texts is taken into use at start");
        }
        return ready;
    }

    private static byte[] associated(String place) {
        return ("aletheia/text/v1\n" + place).getBytes(StandardCharsets.UTF_8);
    }
}
