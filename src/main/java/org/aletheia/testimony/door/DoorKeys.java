package org.aletheia.testimony.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.store.DoorSecretTable;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of all doors: 32 random bytes, sealed in the vault under a key of the register, so that database and
 * key-encryption key are both needed to test a guess. Codes are kept as HMAC-SHA-256 under it and need no slow hash: the
 * secret of a code has 80 random bits.
 */
@ApplicationScoped
public class DoorKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;
    private static final byte[] PLACE = ascii("aletheia/door-secret/v1");
    private static final byte[] LOCATOR = ascii("aletheia/door-locator/v1\n");
    private static final byte[] PROOF = ascii("aletheia/door-proof/v1\n");

    private final UnitKeys keys;
    private final DoorSecretTable table;
    private @Nullable Opened opened;

    DoorKeys(UnitKeys keys, DoorSecretTable table) {
        this.keys = keys;
        this.table = table;
    }

    private record Opened(UnitKey key, SecretKeySpec secret) {}

    /** By which a code is looked up. Not for use inside a transaction, like all that is here. */
    public byte[] locator(DoorCode code) {
        return mac(LOCATOR, code.locator());
    }

    /** What proves code and word together. */
    public byte[] proof(DoorCode code, DoorWord word) {
        return mac(PROOF, code.locator(), code.secret(), word.bytes());
    }

    /** Seals a session: only this server and its replicas read it again. */
    byte[] seal(byte[] session, String place) {
        return opened().key.wrap(session, ascii(place));
    }

    /** The reverse of {@link #seal}; empty for anything else. */
    Optional<byte[]> unseal(byte[] sealed, String place) {
        try {
            return Optional.of(opened().key.unwrap(sealed, ascii(place)));
        } catch (BrokenSealException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(opened().secret);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    /**
     * The secret, made at its first use. Order of durable effects: 1. the key in the register; 2. the secret under it in the
     * vault, where the first of several replicas wins. A crash after 1 leaves a key that seals nothing.
     */
    private synchronized Opened opened() {
        if (opened == null) {
            DoorSecretTable.Sealed sealed = table.find().orElseGet(this::make);
            UnitKey key = keys.open(sealed.unitKey());
            opened = new Opened(key, new SecretKeySpec(key.unwrap(sealed.bytes(), PLACE), ALGORITHM));
        }
        return opened;
    }

    private DoorSecretTable.Sealed make() {
        UUID allDoors = Ids.random();
        UnitKey key = keys.create(KeyPurpose.DOOR, allDoors);
        byte[] sealed = key.wrap(SecureBytes.random(LENGTH), PLACE);
        QuarkusTransaction.requiringNew().run(() -> keys.persist(key));
        return table.put(new DoorSecretTable.Sealed(key.id(), sealed));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
