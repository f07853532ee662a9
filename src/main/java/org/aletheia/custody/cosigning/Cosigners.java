package org.aletheia.custody.cosigning;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aletheia.platform.signing.LogNameConfig;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.platform.time.Ticker;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TileReader;
import org.jspecify.annotations.Nullable;

/**
 * The institutions that cosign this log. Asking them never throws and never takes longer than the patience: who does not
 * cosign is missing from the note, and nothing else.
 */
@ApplicationScoped
public class Cosigners {
    private static final int MOST = 20;

    private final List<Cosigner> cosigners;
    private final int needed;
    private final Duration patience;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("cosigner-", 0).factory());
    private volatile @Nullable Counted last;

    private record Counted(String note, long cosigned) {}

    /** @throws IllegalStateException where the configuration cannot be right, naming property and remedy */
    @Inject
    public Cosigners(CosignersConfig config, LogNameConfig log, Clock clock) {
        this(config, log, clock, Ticker.ofMachine());
    }

    Cosigners(CosignersConfig config, LogNameConfig log, Clock clock, Ticker ticker) {
        this.needed = config.needed();
        this.patience = config.patience();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
        this.cosigners = config.asked().entrySet().stream()
                .map(asked -> new Cosigner(
                        asked.getKey(),
                        keys(asked.getKey(), asked.getValue(), log.origin()),
                        new CosignerDoor(asked.getValue().url(), http, patience),
                        clock,
                        ticker))
                .toList();
        if (cosigners.size() > MOST || needed > cosigners.size()) {
            throw new IllegalStateException("aletheia.cosigners: " + cosigners.size() + " are asked and " + needed
                    + " needed: ask at most " + MOST + ", and at least as many as are needed");
        }
        if (cosigners.stream().mapToInt(Cosigner::keys).sum() > Vkeys.MOST) {
            throw new IllegalStateException("aletheia.cosigners.asked: more than " + Vkeys.MOST
                    + " vkeys in all, and a checkpoint has no room for their signatures: leave out those that are not"
                    + " used any more, or ask fewer");
        }
        long names = cosigners.stream().map(Cosigner::keyName).distinct().count();
        if (names < cosigners.size()) {
            throw new IllegalStateException("aletheia.cosigners.asked: two have keys of one name: ask each once");
        }
    }

    private static List<NoteVerifierKey> keys(String name, CosignersConfig.Asked asked, String origin) {
        return Vkeys.parse(
                "aletheia.cosigners.asked." + name + ".vkeys",
                asked.vkeys(),
                key -> key.type().timestamped() && !isOurs(key.name(), origin),
                "give one institution's own keys for cosigning (types 0x04 and 0x06, one name), as it publishes them");
    }

    /** What this server signs itself vouches for nothing more. */
    private static boolean isOurs(String keyName, String origin) {
        return Arrays.stream(SigningPurpose.values())
                .anyMatch(purpose -> purpose.keyName(origin).equals(keyName));
    }

    /** How many must have cosigned. */
    public int needed() {
        return needed;
    }

    /** How the last request to each went. */
    Map<String, String> standings() {
        Map<String, String> standings = new LinkedHashMap<>();
        cosigners.forEach(cosigner -> standings.put(cosigner.name(), cosigner.standing()));
        return standings;
    }

    /** By how many of those that are asked the checkpoint is validly cosigned. */
    public long count(String note) {
        Counted known = last;
        if (known == null || !known.note().equals(note)) {
            SignedNote signed = SignedNote.parse(note);
            known = new Counted(note, cosigners.size() - missing(signed).size());
            last = known;
        }
        return known.cosigned();
    }

    /**
     * A checkpoint with the cosignatures of all those who answer in time, asked at once.
     *
     * @param note signed by this log, and perhaps by some cosigners, who are not asked again
     * @param rows the tree of the checkpoint, from which it is proven to each that it extends what they cosigned last
     */
    public String cosign(String note, TileReader rows) {
        SignedNote signed = SignedNote.parse(note);
        List<Callable<List<NoteSignature>>> questions = missing(signed).stream()
                .filter(cosigner -> !cosigner.rests())
                .<Callable<List<NoteSignature>>>map(cosigner -> () -> cosigner.ask(signed, rows))
                .toList();
        return questions.isEmpty() ? note : with(signed, answers(questions)).format();
    }

    /**
     * What those who are asked show as the last checkpoint of this log that they have cosigned, at once and within the
     * patience. Nothing of it is verified.
     */
    public List<String> seen(String origin) {
        List<Callable<List<String>>> questions = cosigners.stream()
                .<Callable<List<String>>>map(
                        cosigner -> () -> cosigner.last(origin).stream().toList())
                .toList();
        return questions.isEmpty() ? List.of() : answers(questions);
    }

    /** The note with those cosignatures of another note of the same text that hold, of those who have not cosigned it. */
    public String cosignedAs(String note, String other) {
        SignedNote signed = SignedNote.parse(note);
        Collection<NoteSignature> found = SignedNote.parse(other).signatures();
        List<NoteSignature> valid = missing(signed).stream()
                .flatMap(cosigner -> cosigner.valid(signed.text(), found).stream())
                .toList();
        return with(signed, valid).format();
    }

    /** A note with more signatures than are read would stop publication: what has no room is left out. */
    private static SignedNote with(SignedNote note, List<NoteSignature> more) {
        int room = SignedNote.MAX_SIGNATURES - note.signatures().size();
        return note.with(more.subList(0, Math.min(room, more.size())));
    }

    private List<Cosigner> missing(SignedNote note) {
        return cosigners.stream()
                .filter(cosigner ->
                        cosigner.valid(note.text(), note.signatures()).isEmpty())
                .toList();
    }

    private <T> List<T> answers(List<Callable<List<T>>> questions) {
        List<T> answered = new ArrayList<>();
        try {
            for (Future<List<T>> answer : threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                if (answer.state() == Future.State.SUCCESS) {
                    answered.addAll(answer.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task that succeeded has failed", e);
        }
        return answered;
    }

    /** Ends what is asked. */
    @PreDestroy
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
