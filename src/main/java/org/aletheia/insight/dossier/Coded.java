package org.aletheia.insight.dossier;

import java.util.Map;
import java.util.Optional;

/** Which code list says what a code of a dossier means; codes that name their list need none. */
public final class Coded {
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("act/type", "huridocs-mt-04"),
            Map.entry("act/methods", "act-method"),
            Map.entry("act/harms", "harm"),
            Map.entry("act/grounds", "discrimination-ground"),
            Map.entry("involvement/perpetratorType", "huridocs-mt-24"),
            Map.entry("involvement/degree", "huridocs-mt-18"),
            Map.entry("involvement/liability", "icc-liability"),
            Map.entry("attributions/basis", "arsiwa"),
            Map.entry("affiliation/relation", "affiliation-relation"),
            Map.entry("affiliation/basis", "command-basis"),
            Map.entry("whereabouts/type", "whereabouts-type"),
            Map.entry("missing-person/status", "missing-status"),
            Map.entry("victim/type", "victim-type"),
            Map.entry("victim/harmed", "victim-harmed"),
            Map.entry("victim/sex", "sex"),
            Map.entry("victim/gender", "gender"),
            Map.entry("victim/ageBand", "age-band"),
            Map.entry("victim/ageBasis", "age-basis"),
            Map.entry("victim/characteristics", "victim-characteristic"),
            Map.entry("bases/by", "statement-basis"),
            Map.entry("person/nationalities", "country"),
            Map.entry("group/countries", "country"),
            Map.entry("organisation/countries", "country"),
            Map.entry("state/country", "country"),
            Map.entry("place/country", "country"),
            Map.entry("place/precision", "place-precision"),
            Map.entry("conflict/classification", "conflict-classification"),
            Map.entry("conflict/authority", "conflict-authority"),
            Map.entry("names/kind", "name-kind"),
            Map.entry("identifiers/scheme", "identifier-scheme"));

    private Coded() {}

    /**
     * The list of a member's codes.
     *
     * @param within the kind of the record, or the member that this one is in
     */
    public static Optional<String> list(String within, String member) {
        return Optional.ofNullable(LISTS.get(within + "/" + member));
    }
}
