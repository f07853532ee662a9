package org.aletheia.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.Majority;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A person other than in the role of victim. Either the identity is protected: then there are no names here and the
 * vault may hold them; or the person is publicly known, for example as a commander. Which of the two never changes:
 * earlier revisions stay, so a name once here cannot be protected later.
 *
 * @param pseudonym given by the server, for ever
 * @param protectedIdentity whether names may stand in the vault only
 * @param names public names of every kind in several scripts; none for a protected person
 * @param identifiers in public registers of others; none for a protected person
 * @param nationalities ISO 3166-1; none for a protected person
 * @param born where it is known; of a protected person a month at the finest, since a day would be a birthday
 * @param age at some time, where that is known
 */
public record Person(
        String pseudonym,
        boolean protectedIdentity,
        List<PartyName> names,
        List<Identifier> identifiers,
        List<CountryCode> nationalities,
        @Nullable UncertainDate born,
        @Nullable Age age)
        implements RecordContent {
    public Person {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        nationalities = List.copyOf(nationalities);
        if (protectedIdentity && !(names.isEmpty() && identifiers.isEmpty() && nationalities.isEmpty())) {
            throw new IllegalArgumentException("a protected person has no public name");
        }
    }

    /** A pseudonym for a new person. */
    public static String newPseudonym() {
        return Pseudonyms.next("P");
    }

    /** When the person comes of age, as birth and age have it, the later where they differ; empty where neither is known. */
    public Optional<Majority> majority() {
        Optional<Majority> byBirth = Optional.ofNullable(born).map(Majority::ofBirth);
        Optional<Majority> byAge =
                Optional.ofNullable(age).map(known -> Majority.ofAge(known.least(), known.most(), known.on()));
        return Stream.concat(byBirth.stream(), byAge.stream()).reduce(Majority::orLater);
    }

    @Override
    public boolean pseudonymous() {
        return protectedIdentity;
    }

    @Override
    public void describe(Projection.Builder search) {
        search.identifiers(Stream.concat(Stream.of(pseudonym), Identifier.values(identifiers).stream())
                        .toList())
                .names(PartyName.texts(names))
                .codes(new SearchCodes().countries(nationalities).list());
    }
}
