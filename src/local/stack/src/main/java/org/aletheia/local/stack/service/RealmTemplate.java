package org.aletheia.local.stack.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.local.stack.StackException;
import org.aletheia.local.stack.data.Secrets;

/** The demo realm: a template without secrets in the repository, passwords of the data folder filled in. */
final class RealmTemplate {

    static final List<String> USERS = List.of(
            "admin",
            "documenter",
            "documenter2",
            "victims-org",
            "investigator",
            "case-team",
            "case-team2",
            "claims-officer",
            "disclosure-officer",
            "auditor",
            "outsider",
            "protection-officer",
            "counsel",
            "counsel2",
            "admin2");

    private static final Pattern PASSWORD = Pattern.compile("\\$\\{password:([a-z0-9-]+)}");

    private RealmTemplate() {}

    static String password(String user, Secrets secrets) {
        return secrets.get("users." + user);
    }

    static String render(Secrets secrets) throws IOException {
        return PASSWORD.matcher(template())
                .replaceAll(found -> Matcher.quoteReplacement(fill(found.group(1), secrets)));
    }

    private static String fill(String user, Secrets secrets) {
        if (!USERS.contains(user)) {
            throw new StackException("The realm template names a user that the stack does not know: " + user);
        }
        return password(user, secrets);
    }

    private static String template() throws IOException {
        try (InputStream text = RealmTemplate.class.getResourceAsStream("aletheia-realm.json")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
