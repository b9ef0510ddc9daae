package ecsadvisor.jobs.source.file;

/** Texts of files that people write. */
public final class TextFiles {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFiles() {}

  /** A text without the byte order mark that spreadsheets begin UTF-8 with. */
  public static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }
}
