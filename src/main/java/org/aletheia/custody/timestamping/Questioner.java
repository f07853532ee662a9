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

    /** All together: national authorities publish some megabytes, and a token must have room for them. */
    private static final int MOST_LIST_BYTES = TimestampToken.MAX_LENGTH - (1 << 20);

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
            Lists lists = lists(token, chain);
            return checked(token.carrying(chain.certificates(), lists.found()), bytes, lists.missing());
        } catch (TimestampException e) {
            throw new AuthorityFailure(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw new AuthorityFailure(
                    "answers what cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** As others will check it. */
    private TimestampToken checked(TimestampToken token, byte[] bytes, String missing) throws AuthorityFailure {
        VerifiedTimestamp verified = verified(token, bytes, missing);
        if (verified.isForTests() && !testsAllowed) {
            throw new AuthorityFailure("its certificates are those of a test");
        }
        return token;
    }

    private VerifiedTimestamp verified(TimestampToken token, byte[] bytes, String missing) throws AuthorityFailure {
        try {
            return VerifiedTimestamp.of(token, bytes, authority.roots());
        } catch (TimestampException e) {
            boolean explained = e.rule() == TimestampException.Rule.REVOCATION_UNKNOWN && !missing.isEmpty();
            throw new AuthorityFailure(explained ? e.getMessage() + ": " + missing : String.valueOf(e.getMessage()));
        }
    }

    /** @param missing which lists could not be had, and why */
    private record Lists(List<X509CRL> found, String missing) {}

    /** A list that cannot be had is missing, which the rules notice where it is needed. */
    private Lists lists(TimestampToken token, TimestampChain chain) throws InterruptedException {
        List<X509CRL> lists = new ArrayList<>(token.revocationLists());
        List<String> missing = new ArrayList<>();
        int left = MOST_LIST_BYTES;
        for (URI address : addresses(chain)) {
            try {
                byte[] list = door.list(address, left);
                lists.add(RevocationLists.parse(list));
                left -= list.length;
            } catch (AuthorityFailure e) {
                missing.add(address + " " + e.getMessage());
            } catch (MalformedValueException e) {
                missing.add(address + " answers no revocation list");
            }
        }
        return new Lists(lists, String.join(", ", missing));
    }

    private List<URI> addresses(TimestampChain chain) {
        Set<URI> addresses = new LinkedHashSet<>(authority.lists());
        if (addresses.isEmpty()) {
            chain.path().forEach(certificate -> addresses.addAll(CrlAddresses.of(certificate)));
        }
        return addresses.stream().limit(MOST_LISTS).toList();
    }
}
