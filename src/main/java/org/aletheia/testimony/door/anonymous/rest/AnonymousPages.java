package org.aletheia.testimony.door.anonymous.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aletheia.evidence.anonymous.AnonymousDoorConfig;
import org.aletheia.evidence.anonymous.AnonymousFile;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.door.DoorConfig;
import org.aletheia.testimony.door.DoorLetters;
import org.aletheia.testimony.door.DoorMessage;
import org.jspecify.annotations.Nullable;

/** The pages of the anonymous door in the six languages. Before it opens they name no topic and no body. */
@Singleton
class AnonymousPages {
    static final int MAX_TEXT = 20_000;

    private static final String RIGHT_TO_LEFT = "ar";
    private static final long MEGABYTE = 1 << 20;

    /** Texts that stand on a page as they are. */
    private static final List<String> LABELS = List.of(
            "title",
            "intro",
            "revealsTitle",
            "revealsAsSent",
            "revealsHidden",
            "revealsSeen",
            "revealsWay",
            "revealsUnsure",
            "text",
            "choose",
            "handIn",
            "comeBack",
            "yourCode",
            "codeNote",
            "takeBack",
            "takeBackButton",
            "write",
            "safety");

    /** Those that the survivor's own door has too. */
    private static final List<String> SHARED =
            List.of("leave", "code", "word", "open", "again", "messages", "noMessages", "send", "look", "close");

    private final Template outside;
    private final Template inside;
    private final String leaveTo;
    private final AnonymousDoorConfig config;
    private final AnswerTexts texts = AnswerTexts.load("anonymous");
    private final AnswerTexts doorTexts = AnswerTexts.load("door");

    AnonymousPages(
            @Location("anonymous-outside.html") Template outside,
            @Location("anonymous-inside.html") Template inside,
            DoorConfig door,
            AnonymousDoorConfig config) {
        this.outside = outside;
        this.inside = inside;
        this.leaveTo = door.leaveTo().toString();
        this.config = config;
    }

    /** What is said of what was just done. */
    enum Notice {
        NONE,
        LATER,
        TOO_MUCH,
        NOTHING,
        BROKEN,
        TAKEN_BACK,
        CLOSED,
        NOT_TAKEN_BACK,
        SENT,
        NOT_SENT,
        TOO_MANY;

        /** Of a message that was left, or was not. */
        static Notice of(DoorLetters.Outcome outcome) {
            return switch (outcome) {
                case SENT -> SENT;
                case NOT_SENT -> NOT_SENT;
                case TOO_MANY -> TOO_MANY;
            };
        }

        String key() {
            return "notice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A message. */
    record Line(String day, String text, String remark) {}

    /** A file. */
    record FileLine(String name, String state, long length, String digest) {}

    /** The forms to hand in, and to come back. */
    String form(String language, Notice notice) {
        return form(language, text(language, notice.key()));
    }

    /** The same, asking to look at the code again. */
    String mistyped(String language) {
        return form(language, doorTexts.text(language, "mistyped"));
    }

    private String form(String language, String said) {
        String files = text(language, "files")
                .replace("{files}", Integer.toString(config.mostFiles()))
                .replace("{size}", Long.toString(config.mostAtOnce().asLongValue() / MEGABYTE));
        return page(outside, language)
                .data("form", true)
                .data("said", said)
                .data("files", files)
                .data("maxText", MAX_TEXT)
                .render();
    }

    /** The page of a door that stays shut, whatever the reason. */
    String shut(String language) {
        return page(outside, language)
                .data("form", false)
                .data("said", doorTexts.text(language, "shut"))
                .render();
    }

    /** @param code in the one answer that has it; else null */
    String inside(
            String language,
            AnonymousIntake.Standing standing,
            List<DoorMessage> messages,
            String session,
            @Nullable String code,
            Notice notice) {
        String state = text(language, "state." + standing.deposit().state().code())
                .replace("{day}", day(standing.deposit().expiresAt()));
        return page(inside, language)
                .data("session", session)
                .data("code", Objects.requireNonNullElse(code, ""))
                .data("notice", text(language, notice.key()))
                .data("keeper", text(language, "keeper").replace("{organisation}", standing.receiver()))
                .data("state", state)
                .data("mayTakeBack", standing.canBeTakenBack())
                .data("maxText", DoorLetters.MAX_TEXT)
                .data(
                        "files",
                        standing.files().stream()
                                .map(file -> line(file, standing, language))
                                .toList())
                .data(
                        "messages",
                        messages.stream()
                                .map(message -> line(message, language))
                                .toList())
                .render();
    }

    private FileLine line(AnonymousFile file, AnonymousIntake.Standing standing, String language) {
        String unnamed = text(language, file.typed() ? "file.typed" : "file.unnamed");
        String undecided = standing.deposit().waits() ? "file.waiting" : "file.gone";
        String kept = standing.stopped() ? "file.closed" : "file.kept";
        return new FileLine(
                Objects.requireNonNullElse(file.name(), unnamed),
                text(language, file.item() == null ? undecided : kept),
                file.content().length(),
                file.content().sha256().hex());
    }

    private Line line(DoorMessage message, String language) {
        String seen = message.readAt() == null || !message.fromPerson()
                ? ""
                : doorTexts.text(language, "seen") + " " + day(message.readAt());
        String from = text(language, message.fromPerson() ? "from.you" : "from.them");
        return new Line(day(message.sentAt()) + " · " + from, message.text(), seen);
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private String text(String language, String key) {
        return texts.text(language, key);
    }

    private TemplateInstance page(Template template, String language) {
        Map<String, String> labels = new HashMap<>();
        LABELS.forEach(key -> labels.put(key, text(language, key)));
        SHARED.forEach(key -> labels.put(key, doorTexts.text(language, key)));
        return template.data("language", language)
                .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                .data("leaveTo", leaveTo)
                .data("t", labels);
    }
}
