package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.transparency.timestamp.TrustedRoots;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;

/**
 * Where a scenario is played.
 *
 * @param server over lines that are cut
 * @param commission organisation that takes items over
 * @param store of the server, past it and its lines
 * @param partner whose log the server cosigns
 * @param trust in the server's log and the authority that timestamps it, got before anything was cut
 */
record FaultStage(RunningServer server, String commission, StoredBytes store, PartnerLog partner, Trust trust) {

    /** Keys of the log and of its promises, as published, and the authority's root. */
    static Trust trust(RunningServer server, Trial trial) throws Exception {
        List<String> keys = new PatientClient(server, "documenter")
                .get("/log/vkeys")
                .body()
                .lines()
                .toList();
        byte[] root = Files.readAllBytes(Path.of(trial.setting("aletheia.timestamps.authorities.local.roots")));
        return Trust.of(trial.setting("aletheia.log.origin"), keys, 0)
                .timestampedUnder(TrustedRoots.parse(root), false);
    }

    /** The receipt shows by itself that these bytes were in the log, and when. */
    void verify(String receipt, Sample file) throws IOException {
        Receipt read = Receipt.parse(receipt.getBytes(StandardCharsets.UTF_8));
        Verdict verdict = new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false)
                .check(read, Optional.of(new Digest(DigestAlgorithm.SHA_256, file.sha256())), Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
    }
}
