package org.aletheia.search.elastic;

import java.util.List;

/** Names of the index's fields. */
final class Fields {
    static final String KIND = "kind";
    static final String OWNER_ORG = "ownerOrg";
    static final String SHARES = "shares";
    static final String SHARE_ORG = "shares.organisation";
    static final String SHARE_ENDS = "shares.ends";
    static final String SHARE_PURPOSES = "shares.purposes";
    static final String CLASSIFICATION = "classification";
    static final String COMPARTMENTS = "compartments";
    static final String COMPARTMENT_COUNT = "compartmentCount";
    static final String CLOSURES = "closures";
    static final String CLOSURE_GROUND = "closures.ground";
    static final String CLOSURE_ENDS = "closures.ends";
    static final String CONFINED_TO = "confinedTo";
    static final String LANGUAGES = "languages";
    static final String MARKINGS = "markings";
    static final String CODES = "codes";
    static final String IDENTIFIERS = "identifiers";
    static final String NAMES = "names";
    static final String WHEN = "when";
    static final String YEARS = "years";
    static final String PLACES = "places";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String CONTENT = "content";

    /** Texts with one subfield per language; in the order in which highlights are shown. */
    static final List<String> TEXTS = List.of(TITLE, DESCRIPTION, CONTENT);

    private static final List<String> DESCRIBING_TEXTS = List.of(TITLE, DESCRIPTION);

    private Fields() {}

    /** The texts that may be searched and shown, with or without contents. */
    static List<String> texts(boolean content) {
        return content ? TEXTS : DESCRIBING_TEXTS;
    }

    /** The subfield that every text has, and from which highlights are cut. */
    static String folded(String text) {
        return text + "." + TextLanguage.FOLDED;
    }
}
