package org.aletheia.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsServiceAndTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Ports ports = new Ports(taken.getLocalPort() - 1, 0);
            assertThatThrownBy(() -> ports.requireStackFree(false))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("postgres")
                    .hasMessageContaining("--port-base")
                    .hasMessageContaining("ALETHEIA_PORT_BASE");
        }
    }

    @Test
    void theServersPortHasARemedyOfItsOwn() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Ports ports = new Ports(0, taken.getLocalPort());
            assertThatThrownBy(ports::requireServerFree)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("server")
                    .hasMessageContaining("--http-port");
        }
    }

    @Test
    void theServersHealthHasAPlaceAmongTheStacksPorts() throws IOException {
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Ports ports = new Ports(taken.getLocalPort() - 7, free);
            assertThatThrownBy(ports::requireServerFree)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("server-management")
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void aFreePortPasses() throws IOException {
        int free = freePort();
        assertThatCode(new Ports(free - 7, free)::requireServerFree).doesNotThrowAnyException();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
