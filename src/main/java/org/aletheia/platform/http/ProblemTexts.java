package org.aletheia.platform.http;

import jakarta.inject.Singleton;
import java.util.Map;

/** Titles and details of all problems. */
@Singleton
final class ProblemTexts {
    private final AnswerTexts texts = AnswerTexts.load("problems");

    String title(ProblemType type, String language) {
        return texts.text(language, type.code() + ".title");
    }

    String detail(ProblemType type, String language, Map<String, Object> params) {
        String detail = texts.text(language, type.code() + ".detail");
        for (Map.Entry<String, Object> param : params.entrySet()) {
            detail = detail.replace("{" + param.getKey() + "}", String.valueOf(param.getValue()));
        }
        return detail;
    }
}
