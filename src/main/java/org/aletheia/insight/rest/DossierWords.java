package org.aletheia.insight.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.dossier.Coded;
import org.aletheia.insight.dossier.Dossier;
import org.aletheia.insight.dossier.Dossier.Entry;
import org.aletheia.insight.dossier.Dossier.Named;
import org.aletheia.platform.http.AnswerTexts;
import org.jspecify.annotations.Nullable;

/** What stands in one dossier, in words of one language: labels of codes and members, names of records. */
final class DossierWords {
    private static final String ENGLISH = "en";

    private final AnswerTexts texts;
    private final CodeLists lists;
    private final String language;
    private final Map<String, String> names = new HashMap<>();

    DossierWords(AnswerTexts texts, CodeLists lists, String language, Dossier dossier) {
        this.texts = texts;
        this.lists = lists;
        this.language = language;
        entries(dossier)
                .forEach(entry -> names.put(entry.id().toString(), name(entry.kind(), entry.label(), entry.code())));
        dossier.related().records().forEach(named -> names.put(named.id().toString(), name(named)));
        dossier.citations()
                .forEach(citation ->
                        names.put(citation.item().toString(), "[" + citation.number() + "] " + citation.text()));
    }

    static Stream<Entry> entries(Dossier dossier) {
        return Stream.concat(
                Stream.of(dossier.subject()),
                dossier.sections().stream().flatMap(section -> section.records().stream()));
    }

    String text(String key) {
        return texts.text(language, key);
    }

    /** Kind, and by what people know it: its label, or else what it is. */
    String name(String kind, @Nullable String label, @Nullable String code) {
        String known = label == null && code != null ? code(code) : label;
        return known == null ? text("kind-" + kind) : text("kind-" + kind) + ": " + known;
    }

    String name(Named named) {
        String name = name(named.kind(), named.label(), named.code());
        return named.disposed() == null ? name : name + " – " + disposed(named.disposed());
    }

    String disposed(Disposed went) {
        return text("disposed")
                .replace("{time}", went.disposedAt().toString())
                .replace("{disposal}", went.disposal().toString())
                .replace("{digest}", went.digest());
    }

    /** The name of a record of the dossier, by its id; the id where it is none of them. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** A code as {@code list:code}, with its label. */
    String code(String listed) {
        int colon = listed.indexOf(':');
        return code(listed.substring(0, colon), listed.substring(colon + 1));
    }

    /** A code with its label in the language, or in English, or alone. */
    String code(String list, String code) {
        Map<String, String> labels =
                lists.find(list).flatMap(known -> find(known, code)).orElse(Map.of());
        String label = labels.getOrDefault(language, labels.get(ENGLISH));
        return label == null ? code : label + " (" + code + ")";
    }

    private static Optional<Map<String, String>> find(CodeList list, String code) {
        return list.find(code).map(entry -> entry.labels());
    }

    String member(String name) {
        String label = text("member-" + name);
        return label.isEmpty() ? name : label;
    }

    /**
     * A value.
     *
     * @param within the kind of the record, or the member that it stands in
     */
    String value(String within, String member, Object value) {
        return switch (value) {
            case Map<?, ?> map -> map(member, map);
            case List<?> list ->
                list.stream().map(each -> value(within, member, each)).collect(Collectors.joining(", "));
            default -> word(within, member, value.toString());
        };
    }

    private String word(String within, String member, String value) {
        return names.containsKey(value)
                ? name(value)
                : Coded.list(within, member).map(list -> code(list, value)).orElse(value);
    }

    private String map(String member, Map<?, ?> map) {
        Object id = map.get("id");
        if (id != null && names.containsKey(id.toString())) {
            return name(id.toString());
        }
        List<String> parts = new ArrayList<>();
        if (map.get("list") instanceof String list && map.get("code") instanceof String code) {
            parts.add(code(list + ":" + code) + " [" + list + "]");
            rest(member, map, List.of("list", "code"), parts);
        } else if (map.get("text") instanceof String text) {
            parts.add(text + " (" + Objects.requireNonNullElse(map.get("language"), "und") + ")");
            rest(member, map, List.of("text", "language"), parts);
        } else {
            rest(member, map, List.of(), parts);
        }
        return String.join("; ", parts);
    }

    private void rest(String member, Map<?, ?> map, List<String> without, List<String> parts) {
        map.forEach((name, value) -> {
            String key = String.valueOf(name);
            if (!without.contains(key) && value != null) {
                parts.add(member(key) + ": " + value(member, key, value));
            }
        });
    }
}
