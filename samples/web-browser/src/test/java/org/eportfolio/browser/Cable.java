package org.eportfolio.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lies between a browser and the school, to be cut: whole, or only the way back, so that what was sent arrives and no answer does; or a
 * proxy in between that does not reach the school.
 */
final class Cable implements AutoCloseable {
    private final ServerSocket door;
    private final URI school;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean mute;
    private volatile boolean away;

    Cable(String address) {
        try {
            school = URI.create(address);
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            started(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/";
    }

    void cut() {
        cut = true;
        hangUp();
    }

    /** From now on what is asked arrives, and its answer is lost with the connection. */
    void cutTheWayBack() {
        mute = true;
    }

    /** From now on what is asked is answered on the way: 502. */
    void cutBehindAProxy() {
        away = true;
        hangUp();
    }

    void mend() {
        away = false;
        cut = false;
        mute = false;
    }

    private void hangUp() {
        open.forEach(Cable::closed);
        open.clear();
    }

    private static void started(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                if (cut) browser.close();
                else if (away) started(() -> sayThatItIsAway(browser));
                else join(browser);
            } catch (IOException e) {
                // The browser went away, or the cable was closed.
            }
        }
    }

    private static void sayThatItIsAway(Socket browser) {
        String answer =
                "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 11\r\nConnection: close\r\n\r\nBad Gateway";
        try (browser) {
            InputStream in = browser.getInputStream();
            byte[] asked = new byte[16_384];
            int count = in.read(asked);
            if (count < 0) return;
            browser.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            browser.shutdownOutput();
            // What is still being sent is read to its end: a closed connection would be taken for a cut one.
            while (count >= 0) count = in.read(asked);
        } catch (IOException e) {
            // The browser has hung up.
        }
    }

    private void join(Socket browser) throws IOException {
        Socket server = new Socket(school.getHost(), school.getPort());
        open.add(browser);
        open.add(server);
        started(() -> carry(browser, server, false));
        started(() -> carry(server, browser, true));
    }

    private void carry(Socket from, Socket to, boolean back) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int count = in.read(buffer); count >= 0 && !cut; count = in.read(buffer)) {
                if (back && mute) return;
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two has hung up.
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeDoor();
        hangUp();
    }

    private void closeDoor() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
