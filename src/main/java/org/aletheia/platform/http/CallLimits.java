package org.aletheia.platform.http;

import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.ForgetfulNames;
import org.jspecify.annotations.Nullable;

/** Refuses who asks too often, by address before anybody is known, and by member; see {@link HttpConfig.Calls}. */
@ApplicationScoped
public class CallLimits {
    /** The member of the problem that says after how many seconds to ask again; becomes {@code Retry-After}. */
    static final String RETRY_AFTER = "retryAfter";

    private static final int NETWORK = 8;

    /** No address stays in memory, which a door promises to whoever comes by. */
    private final ForgetfulNames names = new ForgetfulNames();

    private final CallBuckets members;
    private final CallBuckets addresses;

    CallLimits(HttpConfig config) {
        HttpConfig.Calls calls = config.calls();
        members = new CallBuckets(calls.memberRate(), calls.memberAtOnce(), System::nanoTime);
        addresses = new CallBuckets(calls.addressRate(), calls.addressAtOnce(), System::nanoTime);
    }

    /** Counts a request of a member. @throws ProblemException {@code too-many-requests} */
    public void count(UUID member) {
        refuseAfter(members.take(member.toString()));
    }

    /** Counts a request from an address. @throws ProblemException {@code too-many-requests} */
    void count(@Nullable SocketAddress caller) {
        if (caller != null && caller.hostAddress() != null) {
            byte[] network = network(caller.hostAddress()).getBytes(StandardCharsets.UTF_8);
            refuseAfter(addresses.take(names.of("network", network)));
        }
    }

    /** An address of IPv4, or the network of IPv6 that one caller commonly has all of. */
    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
                    : address;
        } catch (IllegalArgumentException e) {
            return address; // a name that a trusted proxy gave
        }
    }

    private static void refuseAfter(long seconds) {
        if (seconds > 0) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, Map.of(RETRY_AFTER, seconds));
        }
    }
}
