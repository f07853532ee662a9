package org.aletheia.local.stack.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.aletheia.local.stack.StackException;

/** The one folder in which a local stack keeps everything: data, secrets, logs, unpacked programs. */
public record DataFolder(Path root) {

    /** Makes the folder (mode 0700, as all in it, and hidden from git, since it holds secrets) where it is missing. */
    public static DataFolder open(Path path) throws IOException {
        DataFolder folder = new DataFolder(path.toAbsolutePath().normalize());
        createPrivate(folder.root);
        if (!Files.isWritable(folder.root)) {
            throw new StackException("The data folder " + folder.root + " is not writable for you. Choose another with"
                    + " --data, or change its owner.");
        }
        Files.writeString(folder.root.resolve(".gitignore"), "*\n");
        createPrivate(folder.logs());
        createPrivate(folder.run());
        return folder;
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** A folder of its own for one service, made where missing. */
    public Path of(String service) throws IOException {
        Path folder = root.resolve(service);
        createPrivate(folder);
        return folder;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String service) {
        return logs().resolve(service + ".log");
    }

    /** What only counts while a stack runs. */
    public Path run() {
        return root.resolve("run");
    }

    public Path lock() {
        return run().resolve("stack.lock");
    }

    public Path status() {
        return run().resolve("status.properties");
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    public Path settings() {
        return root.resolve("settings.properties");
    }

    /** What the product reads. */
    public Path stackProperties() {
        return root.resolve("stack.properties");
    }
}
