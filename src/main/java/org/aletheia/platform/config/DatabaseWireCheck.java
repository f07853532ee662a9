package org.aletheia.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Records and sealed keys travel to PostgreSQL over TLS, to a server whose certificate was checked. */
@ApplicationScoped
class DatabaseWireCheck implements ProductionCheck {
    private static final List<String> DATA_SOURCES =
            List.of("quarkus.datasource.jdbc", "quarkus.datasource.follower.jdbc", "quarkus.datasource.vault.jdbc");
    private static final Set<String> CHECKED = Set.of("verify-full", "verify-ca");
    /** Without an authority the driver takes localhost. */
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+)");

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");

    private final Config config;
    private final Wires wires;

    DatabaseWireCheck(Config config, Wires wires) {
        this.config = config;
        this.wires = wires;
    }

    @Override
    public List<Unsafe> check() {
        return DATA_SOURCES.stream()
                .filter(this::isOpen)
                .map(source -> wires.unprotected(
                        source + ".url",
                        "the database on another machine is spoken to without TLS, or with whoever answers",
                        "add sslmode=verify-full, and sslrootcert where the JDK does not know the authority"))
                .toList();
    }

    private boolean isOpen(String source) {
        String url = value(source + ".url");
        return crossesNetwork(url) && !CHECKED.contains(mode(source, url));
    }

    private static boolean crossesNetwork(String url) {
        Matcher hosts = HOSTS.matcher(url);
        return hosts.find()
                && Arrays.stream(hosts.group(1).split(",", -1))
                        .map(host -> PORT.matcher(host).replaceFirst(""))
                        .anyMatch(host -> !host.isEmpty() && !Wires.isThisMachine(host));
    }

    private String mode(String source, String url) {
        Matcher stated = MODE.matcher(url);
        return stated.find() ? stated.group(1) : value(source + ".additional-jdbc-properties.sslmode");
    }

    private String value(String property) {
        return config.getOptionalValue(property, String.class).orElse("");
    }
}
