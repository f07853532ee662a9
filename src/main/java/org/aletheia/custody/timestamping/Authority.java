package org.aletheia.custody.timestamping;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.timestamp.TrustedRoots;

/**
 * One authority, as the operator has named it.
 *
 * @param name in addresses and tables
 * @param roots to which its chain must lead
 * @param lists where revocation lists are had instead of at the addresses in its certificates
 */
public record Authority(
        String name,
        URI url,
        List<X509Certificate> roots,
        DigestAlgorithm hash,
        Optional<String> policy,
        List<URI> lists) {
    /** Names of authorities. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final int MOST = 10;

    public Authority {
        roots = List.copyOf(roots);
        lists = List.copyOf(lists);
    }

    /**
     * All that are configured, in the order of their names.
     *
     * @throws IllegalStateException where the configuration cannot be right, naming property and remedy
     */
    public static List<Authority> all(TimestampsConfig config) {
        if (config.authorities().size() > MOST) {
            throw new IllegalStateException("aletheia.timestamps.authorities: more than " + MOST + ": leave some out");
        }
        return config.authorities().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** The property of an authority. */
    static String property(String name, String last) {
        return "aletheia.timestamps.authorities." + name + "." + last;
    }

    private static Authority of(String name, TimestampsConfig.Authority config) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException(
                    "aletheia.timestamps.authorities: " + name + " is no name: use a-z, 0-9 and -, at most 32 of them");
        }
        List<URI> lists = config.revocationLists().orElse(List.of());
        lists.forEach(address -> web(property(name, "revocation-lists"), address));
        return new Authority(
                name,
                web(property(name, "url"), config.url()),
                roots(property(name, "roots"), config.roots()),
                DigestAlgorithm.ofLabel(config.hash())
                        .orElseThrow(
                                () -> new IllegalStateException(property(name, "hash") + ": say sha-256 or sha-512")),
                policy(name, config.policy()),
                lists);
    }

    private static URI web(String property, URI address) {
        if (!WEB.contains(address.getScheme()) || address.getHost() == null) {
            throw new IllegalStateException(property + ": not an http or https address: correct it");
        }
        return address;
    }

    private static Optional<String> policy(String name, Optional<String> policy) {
        if (policy.isPresent() && !OID.matcher(policy.get()).matches()) {
            throw new IllegalStateException(property(name, "policy") + ": not a dotted OID: correct it");
        }
        return policy;
    }

    private static List<X509Certificate> roots(String property, Path file) {
        try {
            return TrustedRoots.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(property + ": the file cannot be read: name one that can", e);
        } catch (MalformedValueException e) {
            throw new IllegalStateException(
                    property + ": no certificates in PEM: put the authority's root certificates there", e);
        }
    }
}
