package org.aletheia.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk: services that run out of it fail in the middle, and say something else. */
final class FreeSpace {

    private static final long WANTED_MB = 4000;

    private FreeSpace() {}

    /** @throws StackException naming the folder, what is free, what is wanted and the remedy */
    static void require(Path folder, String remedy) throws IOException {
        require(folder, Files.getFileStore(folder).getUsableSpace() / 1_000_000, remedy);
    }

    static void require(Path folder, long freeMb, String remedy) {
        if (freeMb < WANTED_MB) {
            throw new StackException("%d MB are free where %s is, and %d are wanted. Free some%s."
                    .formatted(freeMb, folder, WANTED_MB, remedy));
        }
    }
}
