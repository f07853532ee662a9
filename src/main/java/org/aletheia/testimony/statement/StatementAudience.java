package org.aletheia.testimony.statement;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.jspecify.annotations.Nullable;

/** Who may later receive a statement, in plain words, by its kind: the list {@code statement-audience}. */
@Singleton
public class StatementAudience {
    private static final String LIST = "statement-audience";
    private static final String ENGLISH = "en";

    private final CodeLists lists;

    StatementAudience(CodeLists lists) {
        this.lists = lists;
    }

    /** @param language the one of the six in which it is said */
    public record Words(String language, String text) {}

    /**
     * What is said of a kind, in the best language for an {@code Accept-Language} header.
     *
     * @throws IllegalStateException where the list says nothing of the kind: a mistake of whoever changed the lists
     */
    public Words of(String kind, @Nullable String acceptLanguage) {
        Map<String, String> labels = lists.find(LIST)
                .flatMap(list -> list.find(kind))
                .orElseThrow(() -> new IllegalStateException(LIST + " lacks " + kind))
                .labels();
        String best = AnswerTexts.language(acceptLanguage);
        String language = labels.containsKey(best) ? best : ENGLISH;
        return new Words(language, Objects.requireNonNull(labels.get(language)));
    }
}
