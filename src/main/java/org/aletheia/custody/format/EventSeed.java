package org.aletheia.custody.format;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.SecureBytes;

/**
 * The secret from which all salts of one event come; whoever holds it can open every field. One event, one seed.
 *
 * @param bytes exactly 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record EventSeed(byte[] bytes) {
    private static final int LENGTH = 32;
    private static final String HMAC = "HmacSHA256";
    private static final Mac UNUSED = mac();
    private static final Map<EventField, byte[]> SALT_TEXTS = new EnumMap<>(EventField.class);

    static {
        for (EventField field : EventField.values()) {
            String text = "aletheia/salt/v1\n" + field.label();
            SALT_TEXTS.put(field, text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    public EventSeed {
        if (bytes.length != LENGTH) {
            throw new MalformedValueException("seed-length", "expected 32 bytes, found " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** A fresh seed. */
    public static EventSeed random() {
        return new EventSeed(SecureBytes.random(LENGTH));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** HMAC-SHA-256(seed, "aletheia/salt/v1\n" ‖ name of the field). */
    public Salt salt(EventField field) {
        return derivation().salt(field);
    }

    /** HMAC-SHA-256(seed, text in ASCII); the texts of different uses differ in their first line. */
    byte[] derive(String text) {
        return derivation().of(text);
    }

    /** For many values from this seed: setting the engine up costs more than the values do. */
    Derivation derivation() {
        try {
            Mac mac = copy();
            mac.init(new SecretKeySpec(bytes, HMAC));
            return new Derivation(mac);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("this Java runtime's " + HMAC + " takes no key", e);
        }
    }

    private static Mac copy() {
        try {
            return (Mac) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return mac(); // an engine in hardware
        }
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            // settles whose engine it is, which threads that copy it at the same time must find done
            var _ = mac.getMacLength();
            return mac;
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have HmacSHA256.
            throw new IllegalStateException("this Java runtime lacks " + HMAC, e);
        }
    }

    /** What comes from one seed. Not thread-safe. */
    static final class Derivation {
        private final Mac mac;

        private Derivation(Mac mac) {
            this.mac = mac;
        }

        /** As {@link EventSeed#salt}. */
        Salt salt(EventField field) {
            return new Salt(mac.doFinal(SALT_TEXTS.get(field)));
        }

        /** As {@link EventSeed#derive}. */
        byte[] of(String text) {
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventSeed that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the bytes. */
    @Override
    public String toString() {
        return "EventSeed";
    }
}
