package org.aletheia.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where each service listens, all on 127.0.0.1: fixed distances from one base, so that two stacks never mix. */
public record Ports(int base, int http) {

    /** The Ceph object storage daemon takes several ports from this range. */
    public static final int CEPH_DAEMONS = 20;

    public int postgres() {
        return base + 1;
    }

    public int elasticsearch() {
        return base + 2;
    }

    public int s3() {
        return base + 3;
    }

    public int keycloak() {
        return base + 4;
    }

    public int keycloakManagement() {
        return base + 5;
    }

    public int cephMonitor() {
        return base + 6;
    }

    /** Health, metrics and the API's description, apart from the API. */
    public int serverManagement() {
        return base + 7;
    }

    /** The test timestamp authority. */
    public int timestamps() {
        return base + 8;
    }

    public int cephDaemons() {
        return base + 10;
    }

    /** @throws StackException naming port, service and remedy, if one that the stack's services need is taken */
    public void requireStackFree(boolean ceph) {
        requireFree(postgres(), "postgres", baseRemedy(1));
        requireFree(elasticsearch(), "elasticsearch", baseRemedy(2));
        requireFree(s3(), "s3", baseRemedy(3));
        requireFree(keycloak(), "keycloak", baseRemedy(4));
        requireFree(keycloakManagement(), "keycloak-management", baseRemedy(5));
        requireFree(timestamps(), "timestamps", baseRemedy(8));
        if (ceph) {
            requireFree(cephMonitor(), "ceph-monitor", baseRemedy(6));
        }
    }

    /** @throws StackException if a port of the server is taken */
    public void requireServerFree() {
        requireFree(http, "server", "choose another with --http-port N (or ALETHEIA_HTTP_PORT=N)");
        requireFree(serverManagement(), "server-management", baseRemedy(7));
    }

    private static String baseRemedy(int distance) {
        return "choose other ports with --port-base N (or ALETHEIA_PORT_BASE=N): this service takes N+" + distance;
    }

    private static void requireFree(int port, String service, String remedy) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new StackException("Port %d, needed by %s, is in use on 127.0.0.1. Stop what uses it, or %s."
                    .formatted(port, service, remedy));
        }
    }
}
