package org.aletheia.reparations.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is easily mistaken when a claim is written ({@code /reparations/entry-checks.json}).
 *
 * @param version changes whenever the rules do
 */
public record EntryRules(String version, String source, List<Register> registers, List<Fact> facts) {
    public EntryRules {
        registers = List.copyOf(registers);
        facts = List.copyOf(facts);
    }

    /**
     * What a register takes.
     *
     * @param list its code list
     * @param from first day, an EDTF date; null where there is none
     * @param to last day
     * @param countries ISO 3166-1; empty where any
     * @param onePerson beginnings of the categories in which each person files a claim of their own
     */
    public record Register(
            String list, @Nullable String from, @Nullable String to, List<String> countries, List<String> onePerson) {
        public Register {
            countries = List.copyOf(countries);
            onePerson = List.copyOf(onePerson);
        }
    }

    /** Which categories of a register a stated fact belongs to. */
    public record Fact(String list, String fact, List<String> codes) {
        public Fact {
            codes = List.copyOf(codes);
        }
    }

    /** The rules of this release. */
    static EntryRules load() {
        return RuleResources.read("entry-checks.json", EntryRules.class);
    }
}
