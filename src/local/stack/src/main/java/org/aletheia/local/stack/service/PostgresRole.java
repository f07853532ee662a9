package org.aletheia.local.stack.service;

import java.util.Locale;
import org.aletheia.local.stack.data.Secrets;

/** The product's database roles: each part of it logs in with the least it needs; the migrations grant the rest. */
enum PostgresRole {
    OWNER,
    APP,
    FOLLOWER,
    VAULT;

    String login() {
        return "aletheia_" + name().toLowerCase(Locale.ROOT);
    }

    String password(Secrets secrets) {
        return secrets.get("postgres." + login());
    }
}
