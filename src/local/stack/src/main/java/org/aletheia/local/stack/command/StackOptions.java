package org.aletheia.local.stack.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.Ports;
import org.aletheia.local.stack.S3Kind;
import org.aletheia.local.stack.StackRequest;
import org.aletheia.local.stack.data.DataFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stack a starting command means. */
public final class StackOptions {

    @Mixin
    private DataOption data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${env:ALETHEIA_PORT_BASE:-18400}",
            description =
                    "postgres N+1, elasticsearch N+2, s3 N+3, keycloak N+4 and N+5, timestamps N+8 (default: ${DEFAULT-VALUE})")
    private int portBase;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            defaultValue = "${env:ALETHEIA_HTTP_PORT:-8080}",
            description = "port of the server (default: ${DEFAULT-VALUE})")
    private int httpPort;

    @Option(
            names = "--s3",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}; ceph needs root and Debian's packages (default: the folder's own)")
    private S3Kind s3;

    StackRequest request(boolean withServer) throws IOException {
        return new StackRequest(data.open(), new Ports(portBase, httpPort), s3, withServer);
    }

    DataFolder folder() throws IOException {
        return data.open();
    }

    /** The same choice again, for a launcher in the background. */
    static List<String> arguments(StackRequest request) {
        List<String> arguments = new ArrayList<>(List.of(
                "--data=" + request.data().root(),
                "--port-base=" + request.ports().base(),
                "--http-port=" + request.ports().http()));
        if (request.s3() != null) {
            arguments.add("--s3=" + request.s3());
        }
        if (!request.withServer()) {
            arguments.add("--no-server");
        }
        return arguments;
    }

    /** A data folder by its name; the default lies in the project, wherever the command is given. */
    public static final class DataOption {

        @Option(
                names = "--data",
                paramLabel = "FOLDER",
                defaultValue = "${env:ALETHEIA_DATA}",
                description = "where the stack keeps everything (default: data in the project)")
        private Path path;

        DataFolder open() throws IOException {
            return DataFolder.open(
                    path == null ? Installation.current().project().resolve("data") : path);
        }
    }
}
