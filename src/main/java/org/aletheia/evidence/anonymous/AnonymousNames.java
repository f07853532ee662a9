package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.TextSeals;
import org.jspecify.annotations.Nullable;

/** The names of files that were handed in without an account: sealed where they lie, for they often name somebody. */
@ApplicationScoped
class AnonymousNames {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int LONGEST = 200;

    private final TextSeals seals;

    AnonymousNames(TextSeals seals) {
        this.seals = seals;
    }

    /** What a browser said of a name, as far as it can be one; null where it cannot. */
    static @Nullable String said(@Nullable String name) {
        String told = name == null ? "" : CONTROLS.matcher(name).replaceAll("").strip();
        String cut = told.codePointCount(0, told.length()) > LONGEST
                ? told.substring(0, told.offsetByCodePoints(0, LONGEST))
                : told;
        return cut.isEmpty() || TextSeals.isSealed(cut) ? null : cut;
    }

    AnonymousFile sealed(AnonymousFile file) {
        String name = file.name();
        return name == null ? file : file.named(seals.seal(place(file), name));
    }

    /** A name that does not open is lost; what it named is not. */
    AnonymousFile open(AnonymousFile file) {
        String name = file.name();
        try {
            return name == null ? file : file.named(seals.open(place(file), name));
        } catch (BrokenSealException e) {
            return file.named(null);
        }
    }

    private static String place(AnonymousFile file) {
        return "anonymous-file\n" + file.id();
    }
}
