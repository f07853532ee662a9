package org.aletheia.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Which ways to other servers are safe. */
@ApplicationScoped
public class Wires {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final ProductionConfig config;

    public Wires(ProductionConfig config) {
        this.config = config;
    }

    /** Whether the host is this machine, so that what is said to it crosses no network. */
    public static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host);
    }

    /** A way over which others could listen or answer: severe, unless the operator takes it upon themselves. */
    public Unsafe unprotected(String property, String problem, String remedy) {
        return config.plaintextAllowed()
                ? Unsafe.mild(property, problem + ", as aletheia.production.plaintext-allowed permits", remedy)
                : Unsafe.severe(
                        property,
                        problem,
                        remedy
                                + ", or say with aletheia.production.plaintext-allowed=true that the network protects it");
    }
}
