package org.aletheia.testimony.door.anonymous.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.evidence.anonymous.Arrival;
import org.aletheia.platform.http.MultipartParts;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.testimony.door.DoorWord;
import org.aletheia.testimony.door.TypedText;
import org.aletheia.testimony.door.anonymous.AnonymousCodes;
import org.aletheia.testimony.door.anonymous.rest.AnonymousPages.Notice;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.jspecify.annotations.Nullable;

/** Reads one form that hands something in, as it streams in. For one request. */
final class HandIn {
    private static final int MAX_FIELD = 4 * AnonymousPages.MAX_TEXT;

    private final AnonymousIntake intake;
    private final AnonymousCodes codes;
    private String word = "";
    private String text = "";

    HandIn(AnonymousIntake intake, AnonymousCodes codes) {
        this.intake = intake;
        this.codes = codes;
    }

    sealed interface Outcome permits Kept, Refused {}

    /** It is there, and this is the code. */
    record Kept(AnonymousCodes.Given given) implements Outcome {}

    /** Nothing was kept. */
    record Refused(Notice why) implements Outcome {}

    /**
     * Takes all of it, or nothing.
     *
     * @throws ProblemException where the server cannot take anything now, such as {@code storage-unavailable}
     */
    Outcome take(String address, @Nullable String contentType, InputStream body) {
        Optional<Arrival> begun = intake.begin(address);
        if (begun.isEmpty()) {
            return new Refused(Notice.LATER);
        }
        try (Arrival arrival = begun.get()) {
            read(arrival, MultipartParts.open(contentType, arrival.whole(body)));
            if (!text.isEmpty()) {
                arrival.text(text);
            }
            Optional<DoorWord> chosen = DoorWord.ifChosen(word);
            return chosen.isEmpty() || arrival.isEmpty()
                    ? new Refused(Notice.NOTHING)
                    : new Kept(codes.keep(arrival, chosen.get()));
        } catch (IOException e) {
            return new Refused(Notice.BROKEN);
        } catch (ProblemException e) {
            if (e.type() == ProblemType.PAYLOAD_TOO_LARGE) {
                return new Refused(Notice.TOO_MUCH);
            }
            throw e;
        }
    }

    private void read(Arrival arrival, MultipartParts parts) throws IOException {
        boolean more = true;
        while (more) {
            MultipartParts.Part part = parts.next();
            if (part == null) {
                return;
            }
            switch (part.headers().name()) {
                case "word" -> word = field(part.body());
                case "text" -> text = TypedText.clean(field(part.body()));
                case "file" ->
                    arrival.file(part.headers().fileName(), part.headers().field("content-type"), part.body());
                default -> throw new FileUploadException("a field that the form has not");
            }
            more = parts.advance();
        }
    }

    private static String field(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_FIELD + 1);
        if (bytes.length > MAX_FIELD) {
            throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE);
        }
        String said = new String(bytes, StandardCharsets.UTF_8);
        if (said.length() > AnonymousPages.MAX_TEXT) {
            throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE);
        }
        return said;
    }
}
