package org.aletheia.custody.timestamping;

import java.net.URI;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.timestamp.CrlAddresses;
import org.aletheia.transparency.timestamp.RevocationLists;
import org.aletheia.transparency.timestamp.TimestampChain;
import org.aletheia.transparency.timestamp.TimestampException;
import org.aletheia.transparency.timestamp.TimestampRequest;
import org.aletheia.transparency.timestamp.TimestampRules;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.VerifiedTimestamp;

/**
 * Gets a timestamp from one authority, with all that others need to check it in twenty years: the chain of certificates,
 * and the revocation lists as they are now.
 */
final class Questioner {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int MOST_LISTS = 8;

    private final Authority authority;
    private final AuthorityDoor door;
    private final boolean testsAllowed;
    private final InstantSource clock;

    /** @param testsAllowed whether an authority may be one for tests: in the local stack alone */
    Questioner(Authority authority, AuthorityDoor door, boolean testsAllowed, InstantSource clock) {
        this.authority = authority;
        this.door = door;
        this.testsAllowed = testsAllowed;
        this.clock = clock;
    }

    /**
     * A token about exactly these bytes, which keeps every rule by what it carries.
     *
     * @throws AuthorityFailure where none can be had now
     */
    TimestampToken stamp(byte[] bytes) throws AuthorityFailure, InterruptedException {
        TimestampRequest request = TimestampRequest.of(authority.hash(), bytes, authority.policy());
        Instant sent = clock.instant();
        byte[] answer = door.ask(authority.url(), request.encoded());
        try {
            TimestampToken token = request.token(answer, sent, clock.instant(), CLOCKS_DIFFER);
            X509Certificate signer = TimestampRules.signer(token);
            TimestampRules.checkSignature(token, signer);
            // only what a trusted root vouches for may name addresses that are asked
            TimestampChain chain = TimestampRules.chain(token, signer, authority.roots());
            return checked(token.carrying(chain.certificates(), lists(token, chain)), bytes);
        } catch (TimestampException e) {
            throw new AuthorityFailure(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw new AuthorityFailure(
                    "answers what cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** As others will check it. */
    private TimestampToken checked(TimestampToken token, byte[] bytes) throws AuthorityFailure {
        VerifiedTimestamp verified = VerifiedTimestamp.of(token, bytes, authority.roots());
        if (verified.isForTests() && !testsAllowed) {
            throw new AuthorityFailure("its certificates are those of a test");
        }
        return token;
    }

    /** A list that cannot be had is missing, which the rules notice where it is needed. */
    private List<X509CRL> lists(TimestampToken token, TimestampChain chain) throws InterruptedException {
        List<X509CRL> lists = new ArrayList<>(token.revocationLists());
        for (URI address : addresses(chain)) {
            try {
                lists.add(RevocationLists.parse(door.list(address)));
            } catch (AuthorityFailure | MalformedValueException e) {
                // see above
            }
        }
        return lists;
    }

    private List<URI> addresses(TimestampChain chain) {
        Set<URI> addresses = new LinkedHashSet<>(authority.lists());
        if (addresses.isEmpty()) {
            chain.path().forEach(certificate -> addresses.addAll(CrlAddresses.of(certificate)));
        }
        return addresses.stream().limit(MOST_LISTS).toList();
    }
}
