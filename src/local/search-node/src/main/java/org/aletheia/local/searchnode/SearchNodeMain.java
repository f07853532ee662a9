package org.aletheia.local.searchnode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One real Elasticsearch node in a JVM of its own. It ends when its standard input closes: the parent holds the other
 * end of that pipe, so that the node never outlives it, however the parent ends.
 *
 * <p>Needs {@code -Des.path.home}; each argument is an Elasticsearch setting, {@code name=value}.
 */
public final class SearchNodeMain {

    private static final String NAME = "aletheia-local";

    private SearchNodeMain() {}

    public static void main(String[] arguments) throws IOException, NodeValidationException {
        LogConfigurator.configureESLogging();
        LogConfigurator.registerErrorListener();
        Environment environment = environment(arguments);
        LogConfigurator.setClusterName(NAME);
        LogConfigurator.setNodeName(NAME);
        LogConfigurator.configure(environment, true);

        Node node = new Node(environment, plugins(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        awaitEndOfInput();
        System.exit(0);
    }

    private static Environment environment(String[] arguments) {
        Path home = Path.of(System.getProperty("es.path.home")).toAbsolutePath();
        Settings.Builder settings = Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", NAME)
                .put("node.name", NAME)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("transport.port", "0")
                // a nearly full disk of a developer's machine must not make indices read-only
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return InternalSettingsPreparer.prepareEnvironment(
                settings.build(), Map.of(), home.resolve("config"), () -> NAME);
    }

    private static PluginsLoader plugins(Environment environment) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of(),
                PluginsLoader.class.getModule().isNamed());
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() != -1) {
            // nothing is ever sent: only the end counts
        }
    }

    private static void close(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("The node did not close cleanly: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
