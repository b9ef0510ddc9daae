package ecsadvisor.jobs.source.utilization;

import org.jspecify.annotations.Nullable;

/** One {@link String} for equal texts, found by their characters without making a new one. */
final class TextTable {
  private static final int MOST_ENTRIES = 1 << 19;

  private @Nullable String[] slots = new @Nullable String[1 << 10];
  private int size;

  /** The text's string. Beyond half a million different texts a new one each time. */
  String intern(char[] characters, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + characters[i];
    }
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (true) {
      String text = slots[slot];
      if (text == null) {
        break;
      }
      if (text.hashCode() == hash && same(text, characters, offset, length)) {
        return text;
      }
      slot = (slot + 1) & mask;
    }
    String text = new String(characters, offset, length);
    if (size < MOST_ENTRIES) {
      slots[slot] = text;
      size++;
      if (2 * size > slots.length) {
        grow();
      }
    }
    return text;
  }

  private static boolean same(String text, char[] characters, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != characters[offset + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    @Nullable String[] old = slots;
    slots = new @Nullable String[old.length * 2];
    int mask = slots.length - 1;
    for (String text : old) {
      if (text != null) {
        int slot = spread(text.hashCode()) & mask;
        while (slots[slot] != null) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = text;
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
