package org.aletheia.evidence.rendition.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds passages that may identify somebody, by their form alone. It finds too much, and not everything: who somebody is also
 * shows in what happened to them. So it proposes, and a person decides. Pure.
 *
 * <p>Names that the vault knows are not looked for: whoever may lay down a text could ask for any name by it, and would be told
 * whether it is there.
 */
public final class Passages {
    /** More help nobody: a text with more is to be read from its beginning. */
    static final int MOST = 5_000;

    private static final Comparator<Passage> ORDER = Comparator.comparingInt(Passage::start)
            .thenComparingInt(Passage::end)
            .thenComparing(Passage::kind);

    private Passages() {}

    /**
     * Looks at a text.
     *
     * @param whole whether it is all that there is to be read
     */
    public static FoundPassages in(String text, boolean whole) {
        ReadableText readable = ReadableText.of(text);
        Set<Passage> found = new LinkedHashSet<>();
        boolean all = true;
        for (PassageForm form : PassageForm.values()) {
            int most = found.size() + MOST / PassageForm.values().length;
            for (Pattern pattern : form.patterns()) {
                all &= find(pattern, form.code(), readable, found, most);
            }
        }
        List<Passage> passages = new ArrayList<>(found);
        passages.sort(ORDER);
        return new FoundPassages(passages, all && whole);
    }

    private static boolean find(Pattern pattern, String kind, ReadableText readable, Set<Passage> found, int most) {
        Matcher matcher = pattern.matcher(readable.seen());
        while (matcher.find()) {
            if (found.size() >= most) {
                return false;
            }
            found.add(readable.passage(kind, matcher.start(), matcher.end()));
        }
        return true;
    }
}
