package org.aletheia.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A PKCS#11 token in software, by Debian's softhsm2, with its files below {@code target/softhsm}. */
public final class SoftHsm {
    private static final String PIN = "7391";
    private static final Path CONFIGURATION = Path.of(String.valueOf(System.getenv("SOFTHSM2_CONF")));
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

    private final String token;
    private final Path pinFile;

    private SoftHsm(String token, Path pinFile) {
        this.token = token;
        this.pinFile = pinFile;
    }

    /**
     * An empty token.
     *
     * @param folder gets the file with its PIN
     * @throws IllegalStateException where softhsm2 is not installed
     */
    public static SoftHsm create(String token, Path folder) throws IOException, InterruptedException {
        library();
        Path tokens = Files.createDirectories(CONFIGURATION.resolveSibling("tokens"));
        Files.writeString(
                CONFIGURATION,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Process made = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        token,
                        "--pin",
                        PIN,
                        "--so-pin",
                        "99887766")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException("softhsm2-util: " + said);
        }
        Path pinFile = Files.createFile(
                folder.resolve("pin"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pinFile, PIN + "\n");
        return new SoftHsm(token, pinFile);
    }

    /** None yet. */
    public static SoftHsm none() {
        return new SoftHsm("", Path.of("no-pin"));
    }

    /** The module. */
    public static Path library() {
        return LIBRARIES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "softhsm2 is not installed (apt-get install softhsm2), or leave these tests out:"
                                + " -Dtest.tags='slow & !pkcs11'"));
    }

    public String token() {
        return token;
    }

    public Path pinFile() {
        return pinFile;
    }
}
