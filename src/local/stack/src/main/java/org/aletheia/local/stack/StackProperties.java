package org.aletheia.local.stack;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.local.stack.data.Secrets;

/** The part of {@code stack.properties} that no service gives: what belongs to the data folder itself. */
final class StackProperties {

    private StackProperties() {}

    static Map<String, String> ofFolder(StackRequest request, Secrets secrets) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        properties.put("aletheia.keys.directory", request.data().of("keys").toString());
        properties.put("aletheia.log.origin", "127.0.0.1/aletheia-local");
        properties.put("aletheia.bootstrap.code", secrets.get("bootstrap.code"));
        // the demonstration enrols its cast and reveals an identity within the same minute, with passwords
        properties.put("aletheia.two-persons.demonstration", "true");
        properties.put("aletheia.two-persons.standing", "0S");
        properties.put("aletheia.two-persons.strong-authentication", "false");
        int port = request.ports().http();
        properties.put("stack.http-port", Integer.toString(port));
        properties.put("stack.server-url", "http://127.0.0.1:" + port);
        properties.put(
                "stack.management-url", "http://127.0.0.1:" + request.ports().serverManagement());
        properties.put(
                "stack.pid.launcher", Long.toString(ProcessHandle.current().pid()));
        return properties;
    }
}
