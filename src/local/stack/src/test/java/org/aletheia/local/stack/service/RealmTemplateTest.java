package org.aletheia.local.stack.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aletheia.local.stack.data.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTemplateTest {

    @TempDir
    private Path folder;

    private Secrets secrets;
    private JsonNode realm;

    @BeforeEach
    void render() throws IOException {
        secrets = new Secrets(folder.resolve("secrets.properties"));
        realm = new ObjectMapper().readTree(RealmTemplate.render(secrets));
    }

    @Test
    void eachUserHasThePasswordOfTheDataFolder() {
        List<JsonNode> users = list(realm.get("users"));
        assertThat(users).extracting(user -> user.get("username").asText()).isEqualTo(RealmTemplate.USERS);
        assertThat(users)
                .allSatisfy(user -> assertThat(user.at("/credentials/0/value").asText())
                        .isEqualTo(RealmTemplate.password(user.get("username").asText(), secrets)));
    }

    @Test
    void onlyTheOwnClientsTokensCarryTheAudience() {
        assertThat(client("aletheia-cli")
                        .at("/protocolMappers/0/config/included.client.audience")
                        .asText())
                .isEqualTo("aletheia-api");
        assertThat(client("other-app").has("protocolMappers")).isFalse();
        assertThat(client("aletheia-api").get("bearerOnly").asBoolean()).isTrue();
    }

    @Test
    void accessTokensLiveAQuarterOfAnHour() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(15 * 60);
    }

    private JsonNode client(String id) {
        return list(realm.get("clients")).stream()
                .filter(client -> client.get("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
