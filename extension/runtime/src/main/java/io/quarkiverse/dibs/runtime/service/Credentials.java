package io.quarkiverse.dibs.runtime.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.dibs.protocol.Token;

/**
 * Who may call: whoever shows a credential of this process. The token in the environment, which the system shows to other
 * processes of the user, can be good for taking one credential and nothing else. Thread-safe.
 */
public final class Credentials {

    private final Token token;
    private final boolean once;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Set<Token> sessions = ConcurrentHashMap.newKeySet();

    private Credentials(Token token, boolean once) {
        this.token = token;
        this.once = once;
    }

    /** The token is good for every call. */
    public static Credentials reusable(Token token) {
        return new Credentials(token, false);
    }

    /** The token is good for {@link #exchange} alone, and for that only once. */
    public static Credentials singleUse(Token token) {
        return new Credentials(token, true);
    }

    /** A credential more, for who is trusted otherwise. */
    public Token issue() {
        Token credential = Token.random();
        sessions.add(credential);
        return credential;
    }

    boolean admit(String shown) {
        boolean known = !once && token.matches(shown);
        // all are compared, so that the time says nothing
        for (Token session : sessions) {
            known |= session.matches(shown);
        }
        return known;
    }

    /** Whether what is shown may open a session now. */
    boolean exchange(String shown) {
        return admit(shown) || token.matches(shown) && taken.compareAndSet(false, true);
    }
}
