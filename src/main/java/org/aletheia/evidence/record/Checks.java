package org.aletheia.evidence.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a caller wrote into values and collects all that is wrong with it. A value that was refused is null, or
 * left out of its list; nothing may be made of the values before {@link #throwIfAny()} has passed. Not thread-safe.
 */
public final class Checks {
    private static final int MAX_LIST = 100;
    private static final int MAX_COMPARTMENT = 64;

    private final CodeLists codeLists;
    private final Readable readable;
    private final Named named;
    private final Pseudonymous pseudonymous;
    private final Findings findings = new Findings();

    /** Checks of a request that refers by their ids alone to records of which none stands for somebody under a pseudonym. */
    public Checks(CodeLists codeLists, Readable readable) {
        this(codeLists, readable, Named.NONE, (kind, id) -> false);
    }

    Checks(CodeLists codeLists, Readable readable, Named named, Pseudonymous pseudonymous) {
        this.codeLists = codeLists;
        this.readable = readable;
        this.named = named;
        this.pseudonymous = pseudonymous;
    }

    /** Whether the caller may do something with a record; false too where there is none. */
    @FunctionalInterface
    public interface Readable {
        boolean permits(AccessIntent intent, RecordKind kind, UUID id);
    }

    /** Which record a text means that is no id; null where it is none of these names, whether or not it is an id. */
    @FunctionalInterface
    public interface Named {
        /** Only ids mean records. */
        Named NONE = (kind, text) -> null;

        @Nullable
        UUID record(RecordKind kind, String text);
    }

    /** Whether a record stands for somebody whose name may be in the identity vault; false too where there is none. */
    @FunctionalInterface
    public interface Pseudonymous {
        boolean holdsIdentity(RecordKind kind, UUID id);
    }

    /** Whether a record stands for somebody whose name may be in the identity vault, so that nothing here names them. */
    public boolean holdsIdentity(RecordKind kind, UUID id) {
        return pseudonymous.holdsIdentity(kind, id);
    }

    /** What was found so far; for rules of one kind only. */
    public Findings findings() {
        return findings;
    }

    /** @throws ProblemException {@code invalid-request} with everything found */
    public void throwIfAny() {
        findings.throwIfAny();
    }

    /** A value that {@link #throwIfAny()} has vouched for. */
    public static <T> T sure(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** Adds {@code required} where the value is absent. */
    public <T> @Nullable T required(String pointer, @Nullable T value) {
        findings.require(value != null, pointer, "required");
        return value;
    }

    /** A text of at most {@code max} characters without control characters. */
    public @Nullable String text(String pointer, @Nullable String value, int max) {
        if (value == null) {
            return null;
        }
        boolean fits = findings.require(value.length() <= max, pointer, "too-long", Map.of("max", max));
        boolean filled = findings.require(!value.isBlank(), pointer, "text-blank");
        boolean plain = findings.require(PlainText.is(value), pointer, "text-characters");
        return fits && filled && plain ? value : null;
    }

    /** An EDTF date. */
    public @Nullable UncertainDate date(String pointer, @Nullable String value) {
        return value == null ? null : findings.parse(pointer, () -> UncertainDate.parse(value));
    }

    /** A BCP 47 language. */
    public @Nullable LanguageTag language(String pointer, @Nullable String value) {
        return value == null ? null : findings.parse(pointer, () -> new LanguageTag(value));
    }

    /** An ISO 3166-1 country. */
    public @Nullable CountryCode country(String pointer, @Nullable String value) {
        return value == null ? null : findings.parse(pointer, () -> new CountryCode(value));
    }

    /** A record id, whatever it names. */
    public @Nullable UUID id(String pointer, @Nullable String value) {
        return value == null ? null : findings.parse(pointer, () -> Ids.parse(value));
    }

    /** A code of a list that the field is bound to. */
    public @Nullable String code(String list, String pointer, @Nullable String value) {
        return value == null ? null : codeLists.check(list, value, pointer, findings);
    }

    /** The same where the record says when it held: a code that was not in force then is refused. */
    public @Nullable String code(String list, String pointer, @Nullable String value, @Nullable UncertainDate when) {
        return value == null || when == null
                ? code(list, pointer, value)
                : codeLists.check(list, value, when, pointer, findings);
    }

    /** Ids of all lists of norms that an act can be qualified by, the operator's among them. */
    public Set<String> legalFrameworks() {
        return codeLists.ofKind(CodeList.LEGAL_FRAMEWORK);
    }

    /** A code of one of several lists, named beside it. */
    public @Nullable ListedCode listedCode(Set<String> lists, String pointer, @Nullable ListedCodeBody value) {
        return listedCode(lists, pointer, value, null);
    }

    /** The same of something that was at a time, where it is known: a code that was not in force then is refused. */
    public @Nullable ListedCode listedCode(
            Set<String> lists, String pointer, @Nullable ListedCodeBody value, @Nullable UncertainDate when) {
        if (value == null) {
            return null;
        }
        String list = required(pointer + "/list", value.list());
        String code = required(pointer + "/code", value.code());
        UncertainDate date = date(pointer + "/date", value.date());
        if (list == null || code == null) {
            return null;
        }
        if (!findings.require(lists.contains(list), pointer + "/list", "list-unknown", Map.of("allowed", lists))) {
            return null;
        }
        String edition = codeLists.find(list).orElseThrow().version();
        String version = value.version() == null ? edition : value.version();
        findings.require(version.equals(edition), pointer + "/version", "list-version", Map.of("known", edition));
        String checked = code(list, pointer + "/code", code, when);
        return checked == null ? null : new ListedCode(list, checked, version, date);
    }

    /** Checks one element of a list; null where it was refused. */
    @FunctionalInterface
    public interface ElementCheck<R, T> {
        @Nullable
        T check(String pointer, R value);
    }

    /** Each element checked under its own pointer; at most 100, none twice. */
    public <R, T> List<T> each(String pointer, @Nullable List<R> values, ElementCheck<R, T> check) {
        if (values == null) {
            return List.of();
        }
        findings.require(values.size() <= MAX_LIST, pointer, "too-many", Map.of("max", MAX_LIST));
        List<T> checked = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), MAX_LIST); i++) {
            String at = pointer + "/" + i;
            R value = required(at, values.get(i));
            T result = value == null ? null : check.check(at, value);
            if (result != null && findings.require(!checked.contains(result), at, "repeated")) {
                checked.add(result);
            }
        }
        return checked;
    }

    /** Codes of one list. */
    public List<String> codes(String list, String pointer, @Nullable List<String> values) {
        return each(pointer, values, (at, value) -> code(list, at, value));
    }

    /**
     * The id of a record that the caller may read. Adds {@code reference-unknown} where there is none such, whether it
     * is absent or not for the caller.
     */
    public @Nullable UUID reference(RecordKind kind, String pointer, @Nullable String value) {
        UUID meant = value == null ? null : named.record(kind, value);
        UUID id = meant == null ? id(pointer, value) : meant;
        boolean known = id == null || readable.permits(AccessIntent.READ, kind, id);
        return findings.require(known, pointer, "reference-unknown", Map.of("kind", kind.code())) ? id : null;
    }

    /** Ids of records of one kind. */
    public List<UUID> references(RecordKind kind, String pointer, @Nullable List<String> values) {
        return each(pointer, values, (at, value) -> reference(kind, at, value));
    }

    /** Names in several scripts. */
    public List<LocalText> names(String pointer, @Nullable List<LocalTextBody> values) {
        return each(pointer, values, (at, name) -> name.check(at, this));
    }

    /** ISO 3166-1 countries. */
    public List<CountryCode> countries(String pointer, @Nullable List<String> values) {
        return each(pointer, values, this::country);
    }

    /** Names of compartments; whether the writer holds them is for others to check. */
    List<String> compartments(List<String> values) {
        return each("/compartments", values, (at, value) -> text(at, value, MAX_COMPARTMENT));
    }

    /** A TLP 2.0 label. */
    public @Nullable Classification classification(String pointer, @Nullable String value) {
        return value == null ? null : findings.parse(pointer, () -> Classification.parse(value));
    }
}
