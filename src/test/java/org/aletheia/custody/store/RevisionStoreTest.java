package org.aletheia.custody.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aletheia.custody.RevisionView;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Salt;
import org.aletheia.custody.log.LogFixture;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.SecureBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("it")
class RevisionStoreTest {
    private static final UUID ORGANISATION = Ids.random();

    private final Subject subject = new Subject("item", Ids.timeOrdered());
    private LogFixture log;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void revisionsFollowOneAnotherAndKeepTheirBytes() {
        RevisionView first = revision(1);
        RevisionView second = revision(2);
        assertThat(insert(ORGANISATION, 0, first)).isTrue();
        assertThat(insert(ORGANISATION, 1, second)).isTrue();
        List<RevisionView> stored = list(ORGANISATION);
        assertThat(stored).extracting(RevisionView::number).containsExactly(1, 2);
        assertThat(stored.get(1).canonical()).isEqualTo(second.canonical());
        assertThat(stored.get(1).salt()).isEqualTo(second.salt());
        assertThat(stored.get(1).digest()).isEqualTo(second.digest());
        assertThat(stored.get(1).createdAt()).isEqualTo(second.createdAt());
    }

    @Test
    void whatWasInForceAtATimeIsWhereTheListBegins() {
        Instant first = Instant.parse("2026-03-01T00:00:00Z");
        insert(ORGANISATION, 0, revision(1, first));
        insert(ORGANISATION, 1, revision(2, first.plusSeconds(10)));
        insert(ORGANISATION, 2, revision(3, first.plusSeconds(20)));
        assertThat(list(ORGANISATION, first.minusSeconds(1)))
                .extracting(RevisionView::number)
                .containsExactly(1, 2, 3);
        assertThat(list(ORGANISATION, first.plusSeconds(9)))
                .extracting(RevisionView::number)
                .containsExactly(1, 2, 3);
        assertThat(list(ORGANISATION, first.plusSeconds(19)))
                .extracting(RevisionView::number)
                .containsExactly(2, 3);
        assertThat(list(ORGANISATION, first.plusSeconds(99)))
                .extracting(RevisionView::number)
                .containsExactly(3);
    }

    @Test
    void aRevisionOnAnotherThanTheLatestIsRefusedWithoutEndingTheTransaction() {
        assertThat(insert(ORGANISATION, 0, revision(1))).isTrue();
        assertThat(insert(ORGANISATION, 0, revision(1))).isFalse();
        assertThat(insert(ORGANISATION, 2, revision(3))).isFalse();
        assertThat(insert(ORGANISATION, 1, revision(2))).isTrue();
    }

    @Test
    void ofThoseWhoReviseAtOnceOneWins() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tries.add(threads.submit(() -> insert(ORGANISATION, 0, revision(1))));
            }
            int won = 0;
            for (Future<Boolean> one : tries) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void otherOrganisationsSeeAndAddNothing() {
        insert(ORGANISATION, 0, revision(1));
        assertThat(list(Ids.random())).isEmpty();
        assertThatThrownBy(() -> insert(Ids.random(), 0, revision(1))).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void firstRevisionsOfManyAreWrittenTogether() throws SQLException {
        List<Subject> many = IntStream.range(0, 300)
                .mapToObj(i -> new Subject("act", Ids.random()))
                .toList();
        assertThat(insertFirsts(
                        ORGANISATION,
                        many.stream().map(each -> first(each, Set.of())).toList()))
                .isTrue();
        for (Subject each : List.of(many.getFirst(), many.getLast())) {
            List<RevisionView> found = new Transactions(log.asApp()).commit(connection -> {
                see(connection, ORGANISATION);
                return RevisionStore.list(connection, each, Instant.EPOCH, 0, 10);
            });
            assertThat(found).singleElement().satisfies(revision -> {
                assertThat(revision.number()).isEqualTo(1);
                assertThat(revision.digest())
                        .isEqualTo(Digest.sha256(revision.salt().bytes(), revision.canonical()));
            });
        }
    }

    @Test
    void aFirstRevisionThatExistsIsToldAndStays() {
        insert(ORGANISATION, 0, revision(1));
        assertThat(insertFirsts(ORGANISATION, List.of(first(subject, Set.of()))))
                .isFalse();
        assertThat(list(ORGANISATION)).hasSize(1);
    }

    @Test
    void firstRevisionsKeepTheirCompartmentsBehindTheWall() {
        Subject closed = new Subject("act", Ids.random());
        Set<String> compartments = Set.of("a,b", "c \"d\" {e}");
        List<RevisionStore.New> firsts = List.of(first(closed, compartments), first(subject, Set.of()));
        assertThatThrownBy(() -> insertFirsts(ORGANISATION, firsts)).hasRootCauseInstanceOf(SQLException.class);
        Set<String> kept = new Transactions(log.asApp()).commit(connection -> {
            see(connection, ORGANISATION);
            seeCompartments(connection, compartments);
            assertThat(RevisionStore.insertFirsts(connection, firsts)).isTrue();
            return compartments(connection, closed);
        });
        assertThat(kept).isEqualTo(compartments);
    }

    @Test
    void nobodyWritesFirstRevisionsForOthers() {
        assertThatThrownBy(() -> insertFirsts(Ids.random(), List.of(first(subject, Set.of()))))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    private static void seeCompartments(Connection connection, Set<String> compartments) throws SQLException {
        try (PreparedStatement setting =
                connection.prepareStatement("select set_config('aletheia.compartments', ?, true)")) {
            setting.setString(
                    1, connection.createArrayOf("text", compartments.toArray()).toString());
            setting.executeQuery();
        }
    }

    private static Set<String> compartments(Connection connection, Subject of) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select compartments from revision where subject_id = ?")) {
            select.setObject(1, of.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Set.of((String[]) row.getArray(1).getArray());
            }
        }
    }

    private boolean insert(UUID organisation, int basedOn, RevisionView revision) {
        return new Transactions(log.asApp()).commit(connection -> {
            see(connection, organisation);
            return RevisionStore.insert(
                    connection, basedOn, new RevisionStore.New(subject, revision, ORGANISATION, "TLP:GREEN", Set.of()));
        });
    }

    private boolean insertFirsts(UUID organisation, List<RevisionStore.New> firsts) {
        return new Transactions(log.asApp()).commit(connection -> {
            see(connection, organisation);
            return RevisionStore.insertFirsts(connection, firsts);
        });
    }

    private static RevisionStore.New first(Subject subject, Set<String> compartments) {
        return new RevisionStore.New(subject, revision(1), ORGANISATION, "TLP:GREEN", compartments);
    }

    private List<RevisionView> list(UUID organisation) {
        return list(organisation, Instant.EPOCH);
    }

    private List<RevisionView> list(UUID organisation, Instant since) {
        return new Transactions(log.asApp()).commit(connection -> {
            see(connection, organisation);
            return RevisionStore.list(connection, subject, since, 0, 100);
        });
    }

    private static RevisionView revision(int number) {
        return revision(number, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static RevisionView revision(int number, Instant now) {
        byte[] canonical = CanonicalJson.write(List.of((long) number));
        Salt salt = new Salt(SecureBytes.random(32));
        return new RevisionView(number, canonical, salt, Digest.sha256(salt.bytes(), canonical), Ids.random(), now);
    }

    /** What the server sets on the connections of a request. */
    private static void see(Connection connection, UUID organisation) throws SQLException {
        try (PreparedStatement settings = connection.prepareStatement(
                "select set_config('aletheia.orgs', ?, true), set_config('aletheia.clearance', '{TLP:GREEN}', true)")) {
            settings.setString(1, "{" + organisation + "}");
            settings.executeQuery();
        }
    }
}
