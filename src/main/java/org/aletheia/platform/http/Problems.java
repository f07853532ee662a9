package org.aletheia.platform.http;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders a problem (RFC 9457 §3) in the caller's language. */
@Singleton
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    /** The members in the order in which a reader wants them; params never replace a standard member. */
    Map<String, Object> body(ProblemException problem, String language, String requestId) {
        ProblemType type = problem.type();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.type());
        body.put("title", texts.title(type, language));
        body.put("status", type.status());
        body.put("detail", texts.detail(type, language, problem.params()));
        body.put("code", type.code());
        body.put("instance", "urn:uuid:" + requestId);
        if (!problem.findings().isEmpty()) {
            body.put(
                    "findings",
                    problem.findings().stream().map(Finding::members).toList());
        }
        problem.params().forEach(body::putIfAbsent);
        return body;
    }
}
