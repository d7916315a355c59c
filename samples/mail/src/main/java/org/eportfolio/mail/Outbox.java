package org.eportfolio.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/**
 * A folder of messages, one file each ({@code .eml}, RFC 5322), which the host's own mailer sends and takes away. A message is
 * named by what it says: written again, as after a crash, it is the same file with the same Message-ID. Not thread-safe.
 */
final class Outbox {
    /** An address that no message can be sent to or from. */
    static final class NoAddressException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NoAddressException(String message, AddressException why) {
            super(message, why);
        }
    }

    private final Path folder;
    private final InternetAddress sender;
    private final Session session = Session.getInstance(new Properties());

    /**
     * @param sender the address that the messages are from
     * @throws NoAddressException if it is none
     */
    Outbox(Path folder, String sender) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sender = address(sender);
    }

    /**
     * Writes a message, whole or not at all.
     *
     * @param about names the message among all others to this person
     * @throws NoAddressException if the person's address is none
     */
    Path write(Recipient to, String about, String subject, String text, Instant at) throws IOException {
        String name = UUID.nameUUIDFromBytes((to.person() + "\n" + about).getBytes(StandardCharsets.UTF_8))
                .toString();
        InternetAddress address = address(to.address());
        Path made = Files.createTempFile(folder, name, ".part"); // for its owner alone, where the system knows that
        try (OutputStream out = Files.newOutputStream(made)) {
            message(to, address, name, subject, text, at).writeTo(out);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return Files.move(made, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new NoAddressException(text + ": " + e.getMessage(), e);
        }
    }

    private MimeMessage message(
            Recipient to, InternetAddress address, String name, String subject, String text, Instant at)
            throws MessagingException {
        String domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + name + "@" + domain + ">");
            }
        };
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, address);
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        message.setSentDate(Date.from(at));
        message.setHeader("Content-Language", to.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no machine answers it
        message.saveChanges();
        return message;
    }
}
