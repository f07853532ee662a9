package org.aletheia.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.aletheia.transparency.timestamp.TrustedRoots;

/**
 * One timestamp of the checkpoint of {@link LogSeeds}, in all the forms in which its parts are handed in. Made once by a
 * {@code TestAuthority} that publishes revocation lists, at {@link #MADE}, since its signatures are others each time.
 */
final class TimestampSeeds {
    static final Instant MADE = Instant.ofEpochSecond(1_780_000_001);
    static final BigInteger NONCE = new BigInteger(1, FuzzTarget.sequence(16));
    static final byte[] NOTE = LogSeeds.SIGNED.format().getBytes(StandardCharsets.UTF_8);

    /** As the authority answered the question with that nonce: without chain and list. */
    static final byte[] RESPONSE = read("response.tsr");
    /** As it is kept: with chain and list. */
    static final byte[] TOKEN = read("token.tst");

    static final byte[] REVOCATION_LIST = read("revocation-list.crl");
    /** The root, and behind it the signer, in PEM. */
    static final byte[] CERTIFICATES = read("certificates.pem");

    static final List<X509Certificate> ROOTS =
            List.of(TrustedRoots.parse(CERTIFICATES).getFirst());

    private TimestampSeeds() {}

    private static byte[] read(String name) {
        try (InputStream in = TimestampSeeds.class.getResourceAsStream("/timestamps/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
