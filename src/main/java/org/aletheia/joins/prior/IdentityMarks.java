package org.aletheia.joins.prior;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.joins.matching.NameForm;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.keys.TextSeals;
import org.aletheia.testimony.vault.Identity;
import org.jspecify.annotations.Nullable;

/**
 * By what two identities are found to be one: each name in the forms by which names are compared across scripts, with each
 * year in which the person may have been born. Keyed (HMAC-SHA-256): without the key nobody can tell whose a mark is, nor try
 * names. Without a year of birth there is none: too many would be found.
 */
@ApplicationScoped
class IdentityMarks {
    private static final int LEAST_BONES = 4;
    private static final int LEAST_LETTERS = 5;
    private static final int MOST_YEARS = 10;

    private final TextSeals seals;

    IdentityMarks(TextSeals seals) {
        this.seals = seals;
    }

    Set<ByteBuffer> of(Identity identity) {
        Set<ByteBuffer> marks = new TreeSet<>();
        for (LocalText name : identity.names()) {
            for (String form : forms(name.text())) {
                years(identity.born())
                        .forEach(year -> marks.add(ByteBuffer.wrap(seals.mark("prior-interview", form + "\n" + year))));
            }
        }
        return marks;
    }

    /** Of what is too short to be anybody's alone there is none. */
    private static List<String> forms(String name) {
        NameForm form = NameForm.of(name);
        List<String> forms = new ArrayList<>(2);
        if (form.line().length() >= LEAST_LETTERS) {
            forms.add("words " + String.join(" ", form.words()));
        }
        if (form.boneLine().length() >= LEAST_BONES) {
            forms.add("bones " + String.join(" ", form.bones()));
        }
        return forms;
    }

    private static IntStream years(@Nullable UncertainDate born) {
        Optional<Integer> first =
                Optional.ofNullable(born).flatMap(UncertainDate::earliest).map(IdentityMarks::year);
        Optional<Integer> last =
                Optional.ofNullable(born).flatMap(UncertainDate::latest).map(IdentityMarks::year);
        return first.isEmpty() || last.isEmpty() || last.get() - first.get() >= MOST_YEARS
                ? IntStream.empty()
                : IntStream.rangeClosed(first.get(), last.get());
    }

    private static int year(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getYear();
    }
}
