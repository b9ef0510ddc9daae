package ecsadvisor.models.timeseries;

import java.nio.ByteBuffer;

/**
 * The points of one series on one day as bytes, to travel and to be kept.
 *
 * <p>Layout: the version 1, the number of points, then each point in order of (minute, period): a
 * byte of flags, then what the flags do not already say. A minute that follows on the previous
 * period, the same period, the same sample count and a maximum equal to the average cost nothing,
 * so a regular point takes 17 bytes, a single task's 9. Whole numbers are varints (7 bits a byte,
 * low bits first), doubles are 8 bytes, most significant first; no value is rounded. Equal points
 * give equal bytes.
 */
public final class PackedPoints {
  private static final int VERSION = 1;
  private static final int OTHER_MINUTE = 1;
  private static final int OTHER_PERIOD = 2;
  private static final int OTHER_COUNT = 4;
  private static final int OTHER_MAXIMUM = 8;

  private PackedPoints() {}

  /** The bytes of a day's points. */
  public static byte[] pack(DayPoints points) {
    int count = points.size();
    ByteBuffer out = ByteBuffer.allocate(6 + count * (1 + 3 + 1 + 5 + 16));
    out.put((byte) VERSION);
    putVarint(out, count);
    int nextMinute = 0;
    int period = 1;
    int samples = 1;
    for (int i = 0; i < count; i++) {
      int flags =
          (points.minute(i) == nextMinute ? 0 : OTHER_MINUTE)
              | (points.periodMinutes(i) == period ? 0 : OTHER_PERIOD)
              | (points.sampleCount(i) == samples ? 0 : OTHER_COUNT)
              | (points.maximum(i) == points.average(i) ? 0 : OTHER_MAXIMUM);
      out.put((byte) flags);
      if ((flags & OTHER_MINUTE) != 0) {
        putVarint(out, points.minute(i));
      }
      if ((flags & OTHER_PERIOD) != 0) {
        period = points.periodMinutes(i);
        putVarint(out, period);
      }
      if ((flags & OTHER_COUNT) != 0) {
        samples = points.sampleCount(i);
        putVarint(out, samples);
      }
      out.putDouble(points.average(i));
      if ((flags & OTHER_MAXIMUM) != 0) {
        out.putDouble(points.maximum(i));
      }
      nextMinute = points.minute(i) + period;
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  /**
   * The points of packed bytes.
   *
   * @throws IllegalArgumentException when the bytes are not such points
   */
  public static DayPoints unpack(byte[] packed) {
    DayPoints points = new DayPoints();
    unpackInto(packed, points);
    return points;
  }

  /** Adds the points of packed bytes to a day, as {@link DayPoints#add} does. */
  public static void unpackInto(byte[] packed, DayPoints points) {
    try {
      ByteBuffer in = ByteBuffer.wrap(packed);
      int version = in.get();
      if (version != VERSION) {
        throw new IllegalArgumentException("Packed points have version %d".formatted(version));
      }
      int count = varint(in);
      int minute = 0;
      int period = 1;
      int samples = 1;
      for (int i = 0; i < count; i++) {
        int flags = in.get();
        minute = (flags & OTHER_MINUTE) == 0 ? minute : varint(in);
        period = (flags & OTHER_PERIOD) == 0 ? period : varint(in);
        samples = (flags & OTHER_COUNT) == 0 ? samples : varint(in);
        double average = in.getDouble();
        double maximum = (flags & OTHER_MAXIMUM) == 0 ? average : in.getDouble();
        points.add(minute, period, average, maximum, samples);
        minute += period;
      }
      if (in.hasRemaining()) {
        throw new IllegalArgumentException("Packed points have bytes left over");
      }
    } catch (java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException("Packed points end too early", e);
    }
  }

  /** The union of several days' points, each point once, the same in any order. */
  public static byte[] merge(Iterable<byte[]> packed) {
    DayPoints points = new DayPoints();
    for (byte[] bytes : packed) {
      unpackInto(bytes, points);
    }
    return pack(points);
  }

  private static void putVarint(ByteBuffer out, int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static int varint(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = in.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("Packed points have a number that is too long");
  }
}
