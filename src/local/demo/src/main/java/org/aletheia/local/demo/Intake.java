package org.aletheia.local.demo;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;
import org.aletheia.local.demo.samples.Document;
import org.aletheia.local.demo.samples.Photograph;
import org.aletheia.local.demo.samples.SampleFile;
import org.aletheia.local.demo.samples.Sound;
import org.aletheia.local.demo.samples.Texts;

/** A field team hands in its material, and shares it with the commission. */
final class Intake {

    static final double LONGITUDE = 6.1402;
    static final double LATITUDE = 46.2266;

    /** Everything that was handed in, by file name, in order. */
    private final Map<String, String> items = new LinkedHashMap<>();

    private final Api documenter;
    private final Narrator tell;
    private final String submission;
    private final SampleFile photograph;

    Intake(Cast cast, Narrator tell) throws IOException, InterruptedException {
        this.documenter = cast.as("documenter");
        this.tell = tell;
        this.photograph = Photograph.takenAt(LONGITUDE, LATITUDE, "2014:03:05 14:30:11");
        this.submission = openSubmission();
    }

    private String openSubmission() throws IOException, InterruptedException {
        Reply reply = documenter
                .post(
                        "/api/v1/submissions",
                        Map.of(
                                "title", "Material on the school of the eastern district",
                                "controller", "Field Team",
                                "custodian", "Field Team, archive",
                                "legalBasis", "task carried out in the public interest",
                                "retentionRule", "until-proceedings-end",
                                "transmittal",
                                        Map.of(
                                                "reference", "FT-2014-031",
                                                "sentByRole", "documenter",
                                                "sentOn", "2014-03-09",
                                                "means", "api"),
                                "conditions",
                                        Map.of(
                                                "onwardSharingByAgreement",
                                                true,
                                                "namedBodies",
                                                List.of("Commission of Inquiry"))))
                .expect(201);
        tell.step("The field team opens a submission; onward sharing needs its agreement");
        return reply.json().get("id").asText();
    }

    void handIn() throws IOException, InterruptedException {
        depositPhotograph();
        SampleFile report = Document.of(
                "report-school.pdf",
                List.of("Report on the school of the eastern district", "Damage to the north wall."));
        oneCall(report, described("Report on the damage", "document", report, Map.of()));
        oneCall(Sound.recording(), described("Voice message about the shelling", "audio", Sound.recording(), Map.of()));
        for (SampleFile text : Texts.ALL) {
            oneCall(text, described("Field notes (" + text.language() + ")", "document", text, Map.of()));
        }
    }

    /** Metadata first, bytes second: what a client does with large files. */
    private void depositPhotograph() throws IOException, InterruptedException {
        Map<String, Object> metadata = described(
                "School building after the shelling",
                "photograph",
                photograph,
                Map.of(
                        "captured", "2014-03-05T14:30:11Z",
                        "place", Map.of("geometry", point(), "precision", "exact"),
                        "acquisition",
                                Map.of(
                                        "method", "file-copy",
                                        "tool", Map.of("name", "rsync", "version", "3.1.0"),
                                        "operator", "C-7",
                                        "at", "2014-03-06"),
                        "custodyBefore",
                                List.of(
                                        Map.of(
                                                "role",
                                                "witness",
                                                "from",
                                                "2014-03-05",
                                                "to",
                                                "2014-03-06",
                                                "handover",
                                                "in-person"),
                                        Map.of(
                                                "role",
                                                "documenter",
                                                "organisation",
                                                "Field Team",
                                                "from",
                                                "2014-03-08",
                                                "to",
                                                "2014-03-09")),
                        "custodyGaps",
                                List.of(Map.of(
                                        "period", "2014-03-06/2014-03-08", "reason", "in-transit", "risk", "low")),
                        "contentMarkings", List.of("graphic"),
                        "digests", List.of(Map.of("algorithm", "sha-256", "value", hex(photograph)))));
        Reply deposit = documenter
                .post("/api/v1/submissions/" + submission + "/deposits", metadata)
                .expect(201);
        String content = deposit.json().get("content").asText();
        Reply item = documenter
                .putContent(content, photograph, reprDigest(photograph))
                .expect(201);
        remember(photograph, item);
        tell.step("Photograph handed in: metadata checked first, then " + photograph.content().length
                + " bytes, encrypted as they pass; a gap in custody is declared");
        tell.detail("receipt: " + item.json().get("receipt").get("entry").asText());
    }

    private void oneCall(SampleFile file, Map<String, Object> metadata) throws IOException, InterruptedException {
        Reply item = documenter
                .postMultipart("/api/v1/submissions/" + submission + "/items", metadata, file)
                .expect(201);
        remember(file, item);
        tell.step("Handed in with one call: " + file.name());
    }

    private void remember(SampleFile file, Reply item) throws IOException {
        items.put(file.name(), item.json().get("id").asText());
    }

    /** The same bytes under another digest than they have: refused, and nothing of them is kept. */
    void refuseWrongDigest() throws IOException, InterruptedException {
        Reply deposit = documenter
                .post(
                        "/api/v1/submissions/" + submission + "/deposits",
                        described("Damaged on the way", "photograph", photograph, Map.of()))
                .expect(201);
        Reply refused = documenter
                .putContent(deposit.json().get("content").asText(), photograph, reprDigest(Texts.ENGLISH))
                .expect(422);
        tell.step("An upload whose digest does not match is refused: 422 "
                + refused.json().get("code").asText());
        tell.detail(refused.text());
        String open = deposit.json().get("id").asText();
        boolean kept =
                documenter.get("/api/v1/deposits/" + open).expect(200).json().hasNonNull("item");
        tell.detail(
                kept ? "UNEXPECTED: something was kept" : "nothing was kept; the deposit waits for the right bytes");
    }

    void shareWith(String organisation) throws IOException, InterruptedException {
        documenter
                .post("/api/v1/shares", Map.of("kind", "submission", "record", submission, "grantee", organisation))
                .expect(201);
        tell.step("The field team shares the submission with the commission of inquiry; its " + items.size()
                + " items go along");
    }

    String item(String fileName) {
        return items.get(fileName);
    }

    String photographId() {
        return items.get(photograph.name());
    }

    SampleFile photograph() {
        return photograph;
    }

    static Map<String, Object> point() {
        return Map.of("type", "Point", "coordinates", List.of(LONGITUDE, LATITUDE));
    }

    private static Map<String, Object> described(String title, String kind, SampleFile file, Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(more);
        metadata.put("title", title);
        metadata.put("kind", kind);
        metadata.put("languages", file.language().equals("zxx") ? new ArrayList<>() : List.of(file.language()));
        metadata.put("source", Map.of("category", "own-collection", "howObtained", "recorded by the team on site"));
        metadata.put("fileName", file.name());
        metadata.put("mediaType", file.mediaType());
        return metadata;
    }

    private static String reprDigest(SampleFile file) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(file)) + ":";
    }

    private static String hex(SampleFile file) {
        return HexFormat.of().formatHex(sha256(file));
    }

    private static byte[] sha256(SampleFile file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file.content());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
