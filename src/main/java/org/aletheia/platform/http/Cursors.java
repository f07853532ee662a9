package org.aletheia.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.persistence.ServerSecrets;

/**
 * Paging cursors: a position in a list, sealed with AES-256-GCM for one member and one query under a key that all
 * replicas share. Nobody can read, alter or lend them. A page is always computed anew under the policy of its moment.
 */
@ApplicationScoped
public class Cursors {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final ServerSecrets secrets;
    private final HttpConfig config;
    private final Clock clock;

    Cursors(ServerSecrets secrets, HttpConfig config, Clock clock) {
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Seals a position.
     *
     * @param query everything that the list depends on, so that a cursor opens no other list
     */
    public String seal(UUID member, String query, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(clock.instant().getEpochSecond())
                .put(text)
                .array();
        byte[] nonce = SecureBytes.random(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, member, query, plain);
        byte[] cursor = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * Opens what {@link #seal} made for the same member and query.
     *
     * @throws ProblemException {@code cursor-invalid} for anything else, {@code cursor-expired} past its life
     */
    public String open(UUID member, String query, String cursor) {
        byte[] bytes = decode(cursor);
        byte[] nonce = new byte[NONCE];
        byte[] sealed = new byte[bytes.length - NONCE];
        ByteBuffer.wrap(bytes).get(nonce).get(sealed);
        ByteBuffer plain = ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, nonce, member, query, sealed));
        Instant made = Instant.ofEpochSecond(plain.getLong());
        if (made.plus(config.cursorLife()).isBefore(clock.instant())) {
            throw new ProblemException(ProblemType.CURSOR_EXPIRED);
        }
        return StandardCharsets.UTF_8.decode(plain).toString();
    }

    private static byte[] decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > NONCE + TAG_BITS / 8) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        throw new ProblemException(ProblemType.CURSOR_INVALID);
    }

    private byte[] run(int mode, byte[] nonce, UUID member, String query, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            SecretKeySpec key = new SecretKeySpec(secrets.get("cursor"), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((member + "\n" + query).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }
}
