package io.sirenorder.kit.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may be read up to a limit, and is {@link BodyTooLarge} from there on. */
class MeasuredBody extends FilterInputStream {
    private long bytesLeft;

    MeasuredBody(InputStream body, long limit) {
        super(body);
        this.bytesLeft = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int length = super.read(into, from, most);
        count(Math.max(0, length));
        return length;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        count(skipped);
        return skipped;
    }

    /** Closing would wait for the rest of it. */
    @Override
    public void close() throws IOException {
        if (bytesLeft >= 0) {
            super.close();
        }
    }

    private void count(long bytes) {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new BodyTooLarge();
        }
    }
}
