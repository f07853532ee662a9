package org.aletheia.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.resilience.faults.FaultLine;
import org.aletheia.resilience.faults.FaultPlan;
import org.aletheia.resilience.faults.Protocol;

/** The lines between a server of a trial and what it uses, all under one plan. */
final class FaultLines implements AutoCloseable {
    static final String REQUESTS = "database of requests";

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)");
    private static final Map<String, String> DATABASES = Map.of(
            REQUESTS,
            "quarkus.datasource.jdbc.url",
            "database of followers",
            "quarkus.datasource.follower.jdbc.url",
            "vault",
            "quarkus.datasource.vault.jdbc.url");
    private static final String AUTHORITY = "aletheia.timestamps.authorities.local.";
    private static final String STORE = "aletheia.object-store.endpoint";

    private final FaultPlan plan;
    private final List<FaultLine> lines = new ArrayList<>();

    FaultLines(FaultPlan plan) {
        this.plan = plan;
    }

    /** Databases, object store and timestamp authority of these properties, led over lines. */
    Map<String, String> led(Map<String, String> properties) {
        Map<String, String> led = new HashMap<>();
        DATABASES.forEach((name, property) -> {
            Matcher address = ADDRESS.matcher(properties.get(property));
            if (!address.find()) {
                throw new IllegalStateException(property + " names no address");
            }
            int port = to(name, address.group(1), Integer.parseInt(address.group(2)), Protocol.POSTGRES);
            led.put(property, address.replaceFirst("//127.0.0.1:" + port));
        });
        URI store = URI.create(properties.get(STORE));
        led.put(STORE, "http://127.0.0.1:" + to("object store", store.getHost(), store.getPort(), Protocol.HTTP));
        URI authority = URI.create(properties.get(AUTHORITY + "url"));
        int port = to("timestamp authority", authority.getHost(), authority.getPort(), Protocol.HTTP);
        led.put(AUTHORITY + "url", "http://127.0.0.1:" + port + authority.getPath());
        // else they would be had at the address in its certificate, past the line
        led.put(AUTHORITY + "revocation-lists", "http://127.0.0.1:" + port + "/crl");
        return led;
    }

    /** Opens a line and returns the port on 127.0.0.1 where it is. */
    int to(String name, String host, int port, Protocol protocol) {
        try {
            FaultLine line = new FaultLine(name, new InetSocketAddress(host, port), protocol, plan);
            lines.add(line);
            return line.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (FaultLine line : lines) {
            line.close();
        }
    }
}
