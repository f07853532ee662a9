package org.aletheia.testimony.door.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.door.DoorConfig;
import org.aletheia.testimony.door.DoorLetters;
import org.aletheia.testimony.door.DoorMessage;
import org.aletheia.testimony.door.DoorRoom;
import org.aletheia.testimony.door.DoorWish;
import org.aletheia.testimony.door.Wish;

/** The pages of a door in the six languages. Before it opens they name no topic, no body and nothing that is behind it. */
@Singleton
class DoorPages {
    private static final String RIGHT_TO_LEFT = "ar";

    /** Texts that stand on a page as they are. */
    private static final List<String> LABELS = List.of(
            "title",
            "leave",
            "code",
            "word",
            "open",
            "again",
            "given",
            "nothingGiven",
            "uses",
            "noUses",
            "usesNote",
            "stop",
            "pause",
            "pauseButton",
            "withdraw",
            "withdrawNote",
            "withdrawButton",
            "wishes",
            "messages",
            "noMessages",
            "write",
            "send",
            "look",
            "close",
            "safety",
            "wordTitle",
            "wordNote",
            "nextWord",
            "wordButton");

    private final Template outside;
    private final Template inside;
    private final String leaveTo;
    private final AnswerTexts texts = AnswerTexts.load("door");

    DoorPages(
            @Location("door-outside.html") Template outside,
            @Location("door-inside.html") Template inside,
            DoorConfig config) {
        this.outside = outside;
        this.inside = inside;
        this.leaveTo = config.leaveTo().toString();
    }

    /** What is said of what was just done. */
    enum Notice {
        NONE,
        SENT,
        NOT_SENT,
        TOO_MANY,
        STOPPED,
        WORD_CHANGED,
        WORD_NOT_CHANGED;

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

    /** A line of a list. */
    record Line(String day, String text, String remark) {}

    /** The form for code and word. @param mistyped whether to ask to look at the code again */
    String form(String language, boolean mistyped) {
        Words words = new Words(language);
        return words.page(outside)
                .data("form", true)
                .data("said", words.text(mistyped ? "mistyped" : "ask"))
                .render();
    }

    /** The page of a door that stays shut, whatever the reason. */
    String shut(String language) {
        Words words = new Words(language);
        return words.page(outside)
                .data("form", false)
                .data("said", words.text("shut"))
                .render();
    }

    /** What is behind the door. */
    String inside(String language, DoorRoom.Contents contents, String session, Notice notice) {
        Words words = new Words(language);
        return words.page(inside)
                .data("session", session)
                .data("notice", words.text(notice.key()))
                .data("keeper", words.text("keeper").replace("{organisation}", contents.keeper()))
                .data("maxText", DoorLetters.MAX_TEXT)
                .data(
                        "given",
                        contents.given().stream()
                                .map(thing ->
                                        new Line(thing.day(), words.text(thing.what()), words.text(thing.state())))
                                .toList())
                .data(
                        "uses",
                        contents.uses().stream()
                                .map(use ->
                                        new Line(use.day(), use.organisation(), words.text("purpose." + use.purpose())))
                                .toList())
                .data(
                        "wishes",
                        contents.wishes().stream()
                                .map(wish -> new Line(
                                        day(wish.wishedAt()),
                                        words.text("wish." + wish.wish().code()),
                                        words.text("wish." + wish.wish().code() + "."
                                                + wish.state().code())))
                                .toList())
                .data(
                        "messages",
                        contents.messages().stream()
                                .map(message -> message(message, words))
                                .toList())
                .data("mayPause", none(contents, DoorWish::isInForce))
                .data("mayWithdraw", none(contents, wish -> wish.wish() == Wish.WITHDRAWAL && wish.isInForce()))
                .render();
    }

    private static boolean none(DoorRoom.Contents contents, Predicate<DoorWish> which) {
        return contents.wishes().stream().noneMatch(which);
    }

    private static Line message(DoorMessage message, Words words) {
        String seen = message.readAt() == null ? "" : words.text("seen") + " " + day(message.readAt());
        String from = words.text(message.fromPerson() ? "from.you" : "from.them");
        return new Line(day(message.sentAt()) + " · " + from, message.text(), message.fromPerson() ? seen : "");
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Texts in one language. */
    private final class Words {
        private final String language;

        Words(String language) {
            this.language = language;
        }

        String text(String key) {
            return texts.text(language, key);
        }

        private Map<String, String> labels() {
            return LABELS.stream().collect(Collectors.toMap(key -> key, this::text));
        }

        TemplateInstance page(Template template) {
            return template.data("language", language)
                    .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                    .data("leaveTo", leaveTo)
                    .data("t", labels());
        }
    }
}
