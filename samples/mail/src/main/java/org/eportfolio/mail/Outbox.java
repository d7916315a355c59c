package org.eportfolio.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
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
    private final Path folder;
    private final String sender;
    private final Session session = Session.getInstance(new Properties());

    /** @param sender the address that the messages are from */
    Outbox(Path folder, String sender) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sender = sender;
    }

    /**
     * Writes a message, whole or not at all.
     *
     * @param about names the message among all others to this person
     */
    Path write(Recipient to, String about, String subject, String text, Instant at) throws IOException {
        String name = UUID.nameUUIDFromBytes((to.person() + "\n" + about).getBytes(StandardCharsets.UTF_8))
                .toString();
        Path made = Files.createTempFile(folder, name, ".part"); // for its owner alone, where the system knows that
        try (OutputStream out = Files.newOutputStream(made)) {
            message(to, name, subject, text, at).writeTo(out);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return Files.move(made, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
    }

    private MimeMessage message(Recipient to, String name, String subject, String text, Instant at)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + name + "@" + sender.substring(sender.indexOf('@') + 1) + ">");
            }
        };
        message.setFrom(new InternetAddress(sender, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address(), true));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        message.setSentDate(Date.from(at));
        message.setHeader("Content-Language", to.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no machine answers it
        message.saveChanges();
        return message;
    }
}
