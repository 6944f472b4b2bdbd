package io.sirenorder.contracts.notification;

import io.sirenorder.contracts.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * The layout of a recipient's messages in Redis: a short stream per recipient, the position of its newest entry, and one
 * of {@value #SHARDS} channels that every gateway listens to. Keys and channel of a recipient share a hash tag, so that
 * one script may touch them all on a cluster too.
 *
 * <p>A stream entry has the fields {@code h} (flags and key, as in the header) and {@code j} (the frame without its
 * {@code pos}). On the channel travels {@code recipient pos flags key json}, separated by one space each; flags are
 * {@code a} (to be acknowledged), {@code s} (superseded by the next of its key) or {@code -}.
 */
public record Mailbox(Recipient recipient) {
    public static final int SHARDS = 64;
    /** Entries kept per recipient. */
    public static final int LENGTH = 64;
    /** Seconds for which a silent recipient's entries are kept. */
    public static final int SECONDS = 600;
    /** Seconds for which the newest position is remembered, beyond the entries themselves. */
    public static final int TOP_SECONDS = 86_400;
    /** Holds a random value made once per Redis data set: another value means that positions mean nothing. */
    public static final String EPOCH_KEY = "gw:epoch";

    /**
     * Puts one message into the mailbox and on the channel, unless it was put there before. Keys: {@link #seenKey},
     * {@link #streamKey}, {@link #topKey}; arguments: recipient, channel, flags, key, frame, {@link #SECONDS}, {@link #LENGTH},
     * {@link #TOP_SECONDS}. All keys share a hash tag, so that this is one step on a cluster too.
     */
    public static final String SCRIPT = """
            local to, channel, flags, key, frame = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
            if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[6]) then return 0 end
            local pos = redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[7], '*', 'h', flags .. ' ' .. key, 'j', frame)
            redis.call('EXPIRE', KEYS[2], ARGV[6])
            redis.call('SET', KEYS[3], pos, 'EX', ARGV[8])
            redis.call('PUBLISH', channel, to .. ' ' .. pos .. ' ' .. flags .. ' ' .. key .. ' ' .. frame)
            return 1
            """;

    public String streamKey() {
        return "mail:" + tag() + ":" + recipient;
    }

    public String topKey() {
        return "top:" + tag() + ":" + recipient;
    }

    /** Remembers that a message was published to this recipient. */
    public String seenKey(String messageId) {
        return "seen:" + tag() + ":" + recipient + ":" + messageId;
    }

    public String channel() {
        return channel(shard());
    }

    public static List<String> allChannels() {
        return IntStream.range(0, SHARDS).mapToObj(Mailbox::channel).toList();
    }

    private static String channel(int shard) {
        return "gw:{s" + shard + "}";
    }

    private String tag() {
        return "{s" + shard() + "}";
    }

    private int shard() {
        CRC32 crc = new CRC32();
        crc.update(recipient.value().getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % SHARDS);
    }
}
