package org.acme.bare;

import picocli.CommandLine.Command;

/** The least a Quarkus command-mode application can do. */
@Command(name = "hello")
public class Hello implements Runnable {

    @Override
    public void run() {
        System.out.println("hello");
    }
}
