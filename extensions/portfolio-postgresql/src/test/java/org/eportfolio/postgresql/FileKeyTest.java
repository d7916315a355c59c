package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encryption of single pieces, with Java's own provider and with another that the host put before it. */
@Isolated
class FileKeyTest {
    private static final String COUNTER_MODE = "AES/CTR/NoPadding";

    private static byte[] piece(int length) {
        byte[] piece = new byte[length];
        new Random(length).nextBytes(piece);
        return piece;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 17, 1_025, 262_143, Contents.PIECE})
    void a_piece_of_any_length_comes_back_as_it_was(int length) {
        FileKey key = FileKey.fresh();
        byte[] encrypted = key.encrypted(3, piece(length));
        assertThat(encrypted).hasSize(length).isNotEqualTo(piece(length));
        assertThat(key.decrypted(3, encrypted)).isEqualTo(piece(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 17, 1_025, 262_143, Contents.PIECE})
    void with_a_provider_that_keeps_bytes_back_the_same_bytes_are_written_and_read(int length) {
        FileKey key = FileKey.fresh();
        byte[] encrypted = key.encrypted(3, piece(length));
        Provider other = new Patient();
        Security.insertProviderAt(other, 1);
        try {
            assertThat(key.encrypted(3, piece(length))).isEqualTo(encrypted);
            assertThat(key.decrypted(3, encrypted)).isEqualTo(piece(length));
            assertThat(Patient.used).isTrue();
        } finally {
            Security.removeProvider(other.getName());
        }
    }

    /** Gives everything with the last call. */
    private static final class Patient extends Provider {
        private static final long serialVersionUID = 1;
        private static boolean used;

        Patient() {
            super("Patient", "1", "keeps bytes back");
            used = false;
            putService(new Service(this, "Cipher", COUNTER_MODE, KeepingBack.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    used = true;
                    return new KeepingBack();
                }
            });
        }
    }

    private static final class KeepingBack extends CipherSpi {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Cipher sound;

        KeepingBack() {
            try {
                sound = Cipher.getInstance(COUNTER_MODE, "SunJCE");
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            kept.write(input, offset, length);
            return new byte[0];
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset) {
            return engineUpdate(input, offset, length).length;
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length) {
            if (length > 0) kept.write(input, offset, length);
            try {
                return sound.doFinal(kept.toByteArray());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset) {
            byte[] all = engineDoFinal(input, offset, length);
            System.arraycopy(all, 0, output, outputOffset, all.length);
            return all.length;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return kept.size() + length;
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec counter, SecureRandom random) {
            try {
                sound.init(mode, key, counter);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters counter, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return sound.getBlockSize();
        }

        @Override
        protected byte[] engineGetIV() {
            return sound.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return sound.getParameters();
        }
    }
}
