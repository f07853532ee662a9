package org.aletheia.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the build has put the programs, from the root of the project. */
public record Installation(Path project) {

    /** The start script names the root; the working folder serves when the launcher is started by hand. */
    public static Installation current() {
        return new Installation(Path.of(System.getProperty("aletheia.project", ""))
                .toAbsolutePath()
                .normalize());
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    public Path launcher() {
        return local("stack/target/aletheia-stack.jar");
    }

    public Path searchNodeHome() {
        return local("search-node/target/es-home");
    }

    public Path searchNode() {
        return local("search-node/target/aletheia-search-node.jar");
    }

    public Path objectStore() {
        return local("object-store/target/aletheia-object-store.jar");
    }

    public Path timestampAuthority() {
        return local("timestamp-authority/target/aletheia-timestamp-authority.jar");
    }

    public Path demo() {
        return local("demo/target/aletheia-demo.jar");
    }

    public Path bench() {
        return local("bench/target/aletheia-bench.jar");
    }

    public Path server() {
        return require(project.resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The packed program whose file name starts so; the version follows in the name. */
    public Path program(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(local("stack/target/programs"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .max(Path::compareTo)
                    .orElseThrow(() -> missing(
                            project.resolve("src/local/stack/target/programs").resolve(prefix)));
        }
    }

    private Path local(String path) {
        return require(project.resolve("src/local").resolve(path));
    }

    private static Path require(Path path) {
        if (!Files.exists(path)) {
            throw missing(path);
        }
        return path;
    }

    private static StackException missing(Path path) {
        return new StackException(path + " is missing. ./aletheia builds it: start the stack with that script.");
    }
}
