package org.aletheia.parties.rest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Age;
import org.aletheia.parties.Identifier;
import org.aletheia.parties.PartyName;
import org.aletheia.parties.Person;
import org.jspecify.annotations.Nullable;

/**
 * A person as callers write it.
 *
 * @param protectedIdentity whether the name may stand in the vault only; true where it is not said
 * @param names public names of a person who is not protected, at least one
 * @param nationalities ISO 3166-1
 * @param born EDTF; of a protected person a month at the finest
 * @param age at some time
 */
record PersonBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable Boolean protectedIdentity,
        @Nullable List<PartyNameBody> names,
        @Nullable List<IdentifierBody> identifiers,
        @Nullable List<String> nationalities,
        @Nullable String born,
        @Nullable AgeBody age)
        implements ProtectionBody {
    private static final Map<String, Object> VAULT = Map.of("vault", "PUT /api/v1/persons/{id}/identity");
    private static final Pattern MONTH = Pattern.compile("[0-9X]{4}(?:-[0-9X]{2})?[?~%]?");

    Person create(Checks checks) {
        return check(checks, Person.newPseudonym(), protectedIdentity == null || protectedIdentity);
    }

    Person revise(Checks checks, Person before) {
        boolean same = protectedIdentity == null || protectedIdentity == before.protectedIdentity();
        checks.findings().require(same, "/protectedIdentity", "protection-fixed");
        return check(checks, before.pseudonym(), before.protectedIdentity());
    }

    private Person check(Checks checks, String pseudonym, boolean guarded) {
        if (guarded) {
            withoutNames(checks);
        }
        List<PartyName> called = guarded ? List.of() : PartyNameBody.some(checks, names);
        List<Identifier> known = guarded ? List.of() : IdentifierBody.all(checks, identifiers);
        List<CountryCode> of = guarded ? List.of() : checks.countries("/nationalities", nationalities);
        boolean coarse = !guarded || born == null || MONTH.matcher(born).matches();
        checks.findings().require(coarse, "/born", "month-at-finest");
        UncertainDate since = coarse ? checks.date("/born", born) : null;
        Age old = age == null ? null : age.check(checks);
        checks.throwIfAny();
        return new Person(pseudonym, guarded, called, known, of, since, old);
    }

    private void withoutNames(Checks checks) {
        checks.findings().require(none(names), "/names", "protected-name", VAULT);
        checks.findings().require(none(identifiers), "/identifiers", "protected-name", VAULT);
        checks.findings().require(none(nationalities), "/nationalities", "protected-name", VAULT);
    }

    private static boolean none(@Nullable List<?> values) {
        return values == null || values.isEmpty();
    }
}
