package org.aletheia.local.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;
import org.aletheia.local.demo.client.StackProperties;
import org.aletheia.local.demo.samples.Texts;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.SignedNote;
import org.aletheia.verifier.Verdict;

/** Plays one case against a running server; ends with exit code 0 only if every step went as told. */
public final class Demo {

    /** Of the verifier's checklist, one line an event and those about the whole. */
    private static final Set<String> SUMMARY = Set.of("type", "numbering", "log-order", "one-tree", "subject", "file");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StackProperties stack;
    private final Cast cast;
    private final Narrator tell = new Narrator(System.out);
    private String verifying = "";

    private Demo(StackProperties stack) {
        this.stack = stack;
        this.cast = new Cast(http, stack, stack.server());
    }

    /** The one argument is the file of connection properties that the local stack wrote. */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("usage: FILE, the connection properties of the stack");
            System.exit(2);
        }
        new Demo(new StackProperties(Path.of(args[0]))).play();
    }

    private void play() throws IOException, InterruptedException {
        tell.chapter("Who is here");
        tell.step(
                cast.enrol()
                        ? "The first administrator enrols with the bootstrap code, then seven people of four organisations"
                        : "Seven people of four organisations are enrolled from an earlier run");

        tell.chapter("Evidence comes in");
        Intake intake = new Intake(cast, tell);
        intake.handIn();
        intake.refuseWrongDigest();
        intake.shareWith(cast.organisation("Commission of Inquiry"));

        tell.chapter("The record: who did what to whom, and what supports it");
        Inquiry inquiry = new Inquiry(cast, intake, tell);
        inquiry.register();
        inquiry.record();

        tell.chapter("From hand to hand");
        Handover handover = new Handover(cast, tell, intake.photographId());
        handover.handOver(cast.organisation("Commission of Inquiry"));
        handover.readChain();

        tell.chapter("Finding it again");
        find(intake);

        tell.chapter("Checking it without trusting the server");
        check(intake);

        tell.chapter("Strangers");
        new Strangers(http, stack, cast, tell).knock(intake.photographId());
        farewell(intake);
    }

    private void find(Intake intake) throws IOException, InterruptedException {
        Search search = new Search(cast, tell);
        search.finds(intake.item(Texts.UKRAINIAN.name()), Search.words("школи"), "a Ukrainian word in another case");
        search.finds(intake.item(Texts.ARABIC.name()), Search.words("المدرسة"), "an Arabic word with its article");
        search.finds(
                intake.photographId(),
                "kind=item&near=" + Intake.LONGITUDE + "," + Intake.LATITUDE
                        + "&within=2&from=2014-03-01&to=2014-03-31",
                "place (2 km around) and date (March 2014)");
    }

    private void check(Intake intake) throws IOException, InterruptedException {
        Api investigator = cast.as("investigator");
        String item = intake.photographId();
        Reply content = investigator
                .get("/api/v1/items/" + item + "/content?acknowledge=marked,unreviewed")
                .expect(200);
        boolean same = Arrays.equals(content.bytes(), intake.photograph().content());
        tell.step("Downloaded " + content.bytes().length + " bytes, "
                + (same ? "the same as handed in; the download itself is an event" : "NOT THE SAME"));
        OfflineCheck offline =
                OfflineCheck.of(investigator, item, Path.of(stack.get("aletheia.timestamps.authorities.local.roots")));
        Verdict verdict = offline.history(content.bytes());
        tell.step("Custody chain: " + offline.events() + " events; digest, commitments, inclusion proofs and"
                + " both checkpoint signatures (Ed25519, ML-DSA-44) computed here");
        verdict.findings().stream()
                .filter(finding -> SUMMARY.contains(finding.check()))
                .forEach(finding -> tell.detail(finding.toString()));
        tell.detail(verdict.statement());
        Verdict receipt = offline.receipt(content.bytes());
        tell.step("Receipt: the signed promise and the proof that it was kept, verified without the server");
        receipt.findings().stream()
                .filter(finding -> finding.check().equals("timestamp"))
                .forEach(finding -> tell.detail(finding.toString()));
        if (!same || !verdict.passed() || !receipt.passed()) {
            throw new IllegalStateException("the check failed");
        }
        byte[] altered = content.bytes().clone();
        altered[altered.length / 2] ^= 1;
        if (offline.history(altered).passed() || offline.receipt(altered).passed()) {
            throw new IllegalStateException("an altered file passed the check");
        }
        tell.step("The same file with one bit changed does not pass");
        verifying = offline.keep(stack.file().resolveSibling("demo"), content.bytes());
        Checkpoint published = Checkpoint.parse(
                SignedNote.parse(investigator.get("/log/checkpoint").expect(200).text())
                        .text());
        tell.step("The public log stands at " + published.size() + " events: " + stack.server() + "/log/checkpoint");
    }

    private void farewell(Intake intake) {
        tell.line("");
        tell.line("Done. The server goes on serving:");
        tell.line("  API          " + stack.server() + "/api/v1   (description: " + stack.get("stack.management-url")
                + "/q/openapi)");
        tell.line("  public log   " + stack.server() + "/log/checkpoint");
        tell.line("  health       " + stack.get("stack.management-url") + "/q/health");
        tell.line("");
        tell.line("Verify the photograph's receipt without the server:");
        tell.line("  " + verifying);
        tell.line("");
        tell.line("A token (people: documenter, investigator, claims-officer, auditor, admin …; passwords in");
        tell.line("  " + stack.file() + "):");
        tell.line("  TOKEN=$(curl -s " + stack.get("stack.token-url") + " -d grant_type=password -d client_id="
                + stack.get("stack.client-id") + " -d username=investigator \\");
        tell.line("    --data-urlencode \"password=$(sed -n 's/^stack.users.investigator.password=//p' " + stack.file()
                + ")\" | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        tell.line("  curl -s -H \"Authorization: Bearer $TOKEN\" '" + stack.server() + "/api/v1/items/"
                + intake.photographId() + "'");
    }
}
