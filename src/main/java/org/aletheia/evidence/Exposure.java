package org.aletheia.evidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * Why nobody should come upon the bytes of an item unprepared. Nothing shows them by itself, and whoever has them says first
 * that they know why (Berkeley Protocol on Digital Open Source Investigations, on secondary trauma).
 */
public enum Exposure {
    /** Somebody marked what they hold as hard to bear: any code of the list {@code content-marking}. */
    MARKED,
    /** An image or a video, or what may be one, that nobody has decided about: it may hold anything. */
    UNREVIEWED;

    /** The kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws MalformedValueException {@code exposure-unknown} */
    public static Exposure parse(String code) {
        return Arrays.stream(values())
                .filter(exposure -> exposure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("exposure-unknown", "not a reason to be warned"));
    }

    /** Those of an item. */
    public static Set<Exposure> of(EvidenceItem item) {
        ItemVersion version = item.version();
        Set<Exposure> found = EnumSet.noneOf(Exposure.class);
        if (!version.metadata().contentMarkings().isEmpty()) {
            found.add(MARKED);
        }
        boolean decided = version.state() != ItemState.RECEIVED && version.state() != ItemState.IN_TRIAGE;
        if (!decided && version.file().mayBeSeen()) {
            found.add(UNREVIEWED);
        }
        return found;
    }

    /**
     * Requires that all of them were acknowledged.
     *
     * @throws ProblemException {@code acknowledgement-required}, which names what is missing
     */
    public static void require(Set<Exposure> there, Set<Exposure> acknowledged) {
        List<String> missing = there.stream()
                .filter(each -> !acknowledged.contains(each))
                .sorted()
                .map(Exposure::code)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(ProblemType.ACKNOWLEDGEMENT_REQUIRED, Map.of("acknowledge", missing));
        }
    }
}
