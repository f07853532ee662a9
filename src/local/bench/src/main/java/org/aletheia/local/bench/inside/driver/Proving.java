package org.aletheia.local.bench.inside.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.aletheia.custody.Proofs;

/** Makes proofs of single events against the last published checkpoint, as a receipt needs them. */
final class Proving {
    private final Proofs proofs;

    Proving(Proofs proofs) {
        this.proofs = proofs;
    }

    /** @param file an event id in each line */
    String prove(String file) throws IOException {
        StringBuilder nanos = new StringBuilder();
        for (String event : Files.readAllLines(Path.of(file))) {
            UUID id = UUID.fromString(event);
            long start = System.nanoTime();
            if (proofs.tlogProof(id).isEmpty()) {
                throw new IllegalStateException("no proof of " + event);
            }
            nanos.append(System.nanoTime() - start).append(' ');
        }
        return nanos.toString().strip();
    }
}
