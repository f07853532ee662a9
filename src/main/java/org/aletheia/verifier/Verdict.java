package org.aletheia.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;

/**
 * The checklist and what it means.
 *
 * @param findings in the order of the checks
 * @param proven what is shown, and what not, where nothing failed
 * @param unproven what is not shown in any case
 */
public record Verdict(List<Finding> findings, String proven, String unproven) {
    /** What was not checked stands last and once. */
    public Verdict {
        Map<Boolean, List<Finding>> told =
                findings.stream().collect(Collectors.partitioningBy(found -> found.looked() == Check.NOT_CHECKED));
        findings = Stream.concat(
                        told.getOrDefault(false, List.of()).stream(),
                        told.getOrDefault(true, List.of()).stream().distinct())
                .toList();
    }

    /** With one finding more, before all others. */
    Verdict with(Finding first) {
        List<Finding> all = new ArrayList<>(List.of(first));
        all.addAll(findings);
        return new Verdict(all, proven, unproven);
    }

    /** Whether nothing failed. */
    public boolean passed() {
        return findings.stream().noneMatch(Finding::isFailed);
    }

    /** What is proven and what is not, in one sentence. */
    public String statement() {
        return passed() ? proven : "NOT VERIFIED: at least one check failed; " + unproven;
    }

    /**
     * As one line of JSON: {@code {"about","verified","findings":[{"check","outcome","detail"}],"statement"}}.
     *
     * @param about the file that was checked
     */
    public String json(String about) {
        return CanonicalJson.text(Map.of(
                "about", about,
                "verified", passed(),
                "findings", findings.stream().map(Finding::json).toList(),
                "statement", statement()));
    }

    /** The whole checklist and the statement, a line each. */
    public String text() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n")) + "\n\n" + statement() + "\n";
    }
}
