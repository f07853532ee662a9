package org.aletheia.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aletheia.kernel.Digest;

/**
 * The checklist and what it means.
 *
 * @param origin of the log
 * @param findings in the order of the checks
 * @param file digest of the file that was checked, if one was
 * @param heldAt seconds since the epoch by which the verified signatures put the receipt, if they state a time
 */
public record Verdict(String origin, List<Finding> findings, Optional<Digest> file, Optional<Long> heldAt) {
    private static final String DOES_NOT = "does not prove who made them, when, where, or that what they show is true.";

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether nothing failed. */
    public boolean passed() {
        return findings.stream().noneMatch(Finding::isFailed);
    }

    /** What is proven and what is not, in one sentence. */
    public String statement() {
        if (!passed()) {
            return "NOT VERIFIED: at least one check failed; proves nothing about these bytes and " + DOES_NOT;
        }
        if (file.isEmpty()) {
            return "proves that these events are in the log of " + origin
                    + "; no file was checked, so nothing about any bytes; "
                    + "does not prove who made the material, when, where, or that what it shows is true.";
        }
        return "proves that these bytes were held by " + origin + " no later than "
                + heldAt.map(time -> Instant.ofEpochSecond(time).toString())
                        .orElse("the (unstated) time of the checkpoint")
                + " and are unchanged since; " + DOES_NOT;
    }

    /** The whole checklist and the statement, a line each. */
    public String text() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n")) + "\n\n" + statement() + "\n";
    }
}
