package org.aletheia.local.bench.inside;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Starts the packaged server in this process, unchanged, and obeys one client on a port of the machine's own: a line with a
 * command, a line with its answer. An answer that begins with {@code !} is a failure.
 */
public final class Inside {
    /** System property that names the port. */
    public static final String PORT = "aletheia.bench.inside";

    private Inside() {}

    /** As the server's own start; ends with it. */
    public static void main(String[] args) throws Throwable {
        Thread server = Thread.currentThread();
        ServerSocket socket = new ServerSocket(Integer.getInteger(PORT), 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("bench-inside").start(() -> obey(socket, server));
        QuarkusEntryPoint.main(args);
    }

    /** Who connects does so when the server is ready: from then on its classes are those of its thread's loader. */
    private static void obey(ServerSocket listening, Thread server) {
        try (ServerSocket open = listening;
                Socket client = open.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            ClassLoader loader = DriverLoader.over(server.getContextClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            UnaryOperator<String> driver = driver(loader);
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                out.println(answer(driver, command));
            }
        } catch (IOException | ReflectiveOperationException e) {
            e.printStackTrace();
        }
    }

    private static String answer(UnaryOperator<String> driver, String command) {
        try {
            return driver.apply(command);
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            return "!" + e;
        }
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> driver(ClassLoader loader) throws ReflectiveOperationException {
        return (UnaryOperator<String>) loader.loadClass(DriverLoader.PACKAGE + "Driver")
                .getDeclaredConstructor()
                .newInstance();
    }
}
