package org.aletheia.testimony.consent;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;

/** What the lists of consent say of their codes beyond labels, so that operators can say it of codes of their own. */
@Singleton
public class Scopes {
    /** The list of scopes. */
    public static final String LIST = "consent-scope";

    /** By which a body receives that is of no other kind. */
    static final String ANY_BODY = "CS-SHARE-ORG";

    private static final String YES = "yes";

    private final CodeLists lists;

    Scopes(CodeLists lists) {
        this.lists = lists;
    }

    /** Whether without this scope nobody may use the record at all. */
    boolean closes(String scope) {
        return says(LIST, scope, "closes");
    }

    /** Whether the scope is that a kind of body receives the record. */
    boolean ofBody(String scope) {
        return says(LIST, scope, "body");
    }

    /** Whether the scope speaks of a certain country. */
    boolean ofCountry(String scope) {
        return says(LIST, scope, "country");
    }

    /** The scope that speaks of countries; empty where an operator has retired it. */
    Optional<String> country() {
        return rows(LIST).stream().map(CodeEntry::code).filter(this::ofCountry).findFirst();
    }

    /** Whether what is agreed to can reach a prosecutor. */
    boolean reachesProsecution(String scope) {
        return says(LIST, scope, "opensNarrative");
    }

    /** How far a body can honour a scope of which it has declared nothing; code of {@code promise-standing}. */
    String promise(String scope) {
        return attribute(LIST, scope, "promise").orElse("requested");
    }

    /** The only scopes that may be agreed to on an occasion; empty where it may be any. */
    Set<String> only(String occasion) {
        return attribute("consent-occasion", occasion, "only")
                .map(words -> Set.copyOf(Arrays.asList(words.split(" "))))
                .orElse(Set.of());
    }

    /** What is always explained, or where somebody agrees that it can reach a prosecutor. */
    List<String> mustBeExplained(boolean prosecution) {
        return rows("consent-informed").stream()
                .filter(row -> YES.equals(row.attributes().get("always"))
                        || prosecution && YES.equals(row.attributes().get("prosecution")))
                .map(CodeEntry::code)
                .toList();
    }

    /** Whether a row of a list says yes to something. */
    boolean says(String list, String code, String what) {
        return attribute(list, code, what).filter(YES::equals).isPresent();
    }

    /** What a row of a list says of something. */
    Optional<String> attribute(String list, String code, String name) {
        return lists.find(list)
                .flatMap(found -> found.find(code))
                .flatMap(row -> Optional.ofNullable(row.attributes().get(name)));
    }

    private List<CodeEntry> rows(String list) {
        return lists.find(list).map(CodeList::codes).orElse(List.of());
    }
}
