package org.aletheia.testimony.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projection.Field;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.statement.Circumstances.Declaration;
import org.aletheia.testimony.statement.Circumstances.Pause;
import org.aletheia.testimony.statement.Circumstances.Present;
import org.aletheia.testimony.statement.Circumstances.ReadBack;
import org.aletheia.testimony.statement.Circumstances.Session;
import org.aletheia.testimony.statement.Circumstances.Signature;
import org.aletheia.testimony.statement.Statement.EarlierAccounts;
import org.aletheia.testimony.statement.Statement.LinkedItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of everything that a statement can say, the kind, the days and the coarse place reach search. */
@Tag("unit")
class StatementSearchTest {
    private static final UncertainDate DAY = UncertainDate.parse("2024-03-05");
    private static final GeoPoint NEAR = new GeoPoint(36.2, 49.9);
    private static final LanguageTag UKRAINIAN = new LanguageTag("uk");
    private static final PersonRef VICTIM = new PersonRef(RecordKind.VICTIM, new UUID(0, 1));
    private static final Agent INTERPRETER = new Agent(new PersonRef(RecordKind.PERSON, new UUID(0, 2)), "T-3");

    private static final Statement FULL = new Statement(
            "signed-statement",
            VICTIM,
            List.of("sexual-violence", "child"),
            "wish-of-person",
            new EarlierAccounts(3, List.of("police")),
            new Circumstances(
                    List.of(new Session(DAY, 90, List.of(new Pause("distress", 1, 10)))),
                    new Place(new Geometry.Point(NEAR), "locality", new CountryCode("UA"), List.of()),
                    "shelter",
                    List.of(new Present("interpreter", INTERPRETER, "female", List.of(UKRAINIAN), "same-community")),
                    List.of(UKRAINIAN),
                    new ReadBack("read-aloud", UKRAINIAN, 2),
                    "accepted",
                    "declined",
                    new Declaration("oath", UncertainDate.parse("2024-03-06")),
                    new Signature("thumbprint", UncertainDate.parse("2024-03-07"))),
            List.of(new StatementVersion(
                    1,
                    "correction",
                    1,
                    UKRAINIAN,
                    new UUID(0, 3),
                    "sworn",
                    INTERPRETER,
                    List.of("taken-back"),
                    UncertainDate.parse("2024-03-08"))),
            List.of(new LinkedItem(new UUID(0, 4), "recording")),
            List.of(new UUID(0, 5)),
            List.of("ICC-01/24"),
            List.of(new NarrativeOpening(new UUID(0, 6), "CS-SHARE-ICC", "C-12", UncertainDate.parse("2024-03-09"))));

    @Test
    void nothingElseReachesSearch() {
        assertThat(projected(FULL))
                .isEqualTo(Map.of(
                        Field.CODES, List.of("statement-kind:signed-statement", "country:UA"),
                        Field.DATES, List.of(DAY),
                        Field.PLACES, List.of(NEAR),
                        Field.MAY_IDENTIFY_PROTECTED_PERSON, true));
    }

    @Test
    void theStatementOfThisTestSaysEverythingThatOneCan() {
        Set<String> members = RecordCodec.encode(FULL).keySet();
        assertThat(members).hasSize(Statement.class.getRecordComponents().length);
        assertThat(RecordCodec.encode(Objects.requireNonNull(FULL.circumstances())))
                .hasSize(Circumstances.class.getRecordComponents().length);
        assertThat(RecordCodec.encode(FULL.versions().getFirst()))
                .hasSize(StatementVersion.class.getRecordComponents().length);
    }

    @Test
    void whatIsStoredReadsBackAsItWas() {
        assertThat(RecordCodec.read(RecordCodec.write(FULL), Statement.class)).isEqualTo(FULL);
        Statement least = new Statement(
                "contact-note",
                VICTIM,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(RecordCodec.read(RecordCodec.write(least), Statement.class)).isEqualTo(least);
        assertThat(projected(least))
                .isEqualTo(Map.of(
                        Field.CODES,
                        List.of("statement-kind:contact-note"),
                        Field.MAY_IDENTIFY_PROTECTED_PERSON,
                        true));
    }

    private static Map<Field, Object> projected(Statement statement) {
        Projection.Builder search = Projection.of("statement", new UUID(0, 9), new UUID(0, 8), "TLP:AMBER", Set.of());
        statement.describe(search);
        return search.build().fields();
    }
}
